using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using TelegramRest.Mtproto;
using TelegramRest.Mtproto.Datacenters;
using TelegramRest.Wire;

namespace TelegramRest.Tests.Unit.Mtproto.Scripted;

/// <summary>A client whose home is a scripted data centre (number 2) that already knows its key.</summary>
internal sealed class Scene : IAsyncDisposable
{
    public const int Home = 2;

    public Scene(Action<Settings>? configure = null)
    {
        var settings = new Settings();
        configure?.Invoke(settings);
        Server = new ScriptedServer { Time = settings.Time, ProxySecret = settings.ProxySecret };
        Store = new MemoryAuthStore { HomeDc = Home };
        if (settings.HasKey)
            Store.Keys[Home] = new DcAuth(Home, Server.Key.Bytes.ToArray(), Server.Salt, 0, settings.IsAuthorized);
        Options = new MtprotoClientOptions
        {
            ApiId = 1,
            ApiHash = "hash",
            AppVersion = "1.2.3",
            Datacenters = DcTable.Of([new DcEndpoint(Home, "127.0.0.1", Server.Port), .. settings.OtherEndpoints]),
            RsaKeys = settings.RsaKeys,
            TimeProvider = settings.Time,
            Random = new TestRandom(),
            Transport = settings.Transport,
            Obfuscated = settings.Obfuscated,
            Proxy = settings.Proxy?.Invoke(Server.Port),
            ConnectionPatience = settings.ConnectionPatience,
            LoggerFactory = settings.Loggers,
        };

        // A scripted data centre is not asked for addresses.
        Options.Datacenters.TryBeginRefresh(DateTimeOffset.MaxValue.AddDays(-1));
        Client = new MtprotoClient(Options, Store, Listener, isBot: true);
    }

    public ScriptedServer Server { get; }

    public MemoryAuthStore Store { get; }

    public MtprotoClientOptions Options { get; }

    public RecordingListener Listener { get; } = new();

    public MtprotoClient Client { get; }

    /// <summary>Any request; its answer is a <see cref="Nearest"/>.</summary>
    public Task<Tl.NearestDc> AskAsync(CancellationToken cancellationToken = default) => Client.InvokeAsync(new Tl.Help.GetNearestDc(), cancellationToken).InTime();

    public static Tl.NearestDc Nearest(int dcId = Home) => new() { Country = "NL", ThisDc = dcId, NearestDcValue = dcId };

    /// <summary>Asks, lets the data centre answer at once, and so has a connection that is introduced.</summary>
    public async Task<ScriptedConnection> OpenAsync()
    {
        var asking = AskAsync();
        var connection = await Server.AcceptAsync();
        await connection.AnswerAsync(await connection.ReceiveAsync(), Nearest());
        await asking;
        return connection;
    }

    /// <summary>Lets virtual time pass second by second until something happens. A push makes the round each second, so that the client keeps up with the clock.</summary>
    public async Task<T> PassTimeAsync<T>(FakeTimeProvider time, ScriptedConnection connection, Task<T> until)
    {
        while (!until.IsCompleted)
        {
            time.Advance(TimeSpan.FromSeconds(1));
            await connection.SendAsync(new Tl.UpdateShort { Date = 0, Update = new Tl.UpdateConfig() });
            await Listener.NextAsync();
        }

        return await until;
    }

    /// <summary>Lets virtual time pass in silence until something happens.</summary>
    public static async Task<T> PassSilentTimeAsync<T>(FakeTimeProvider time, Task<T> until)
    {
        while (!until.IsCompleted)
        {
            time.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }

        return await until;
    }

    public async ValueTask DisposeAsync()
    {
        await Client.DisposeAsync();
        await Server.DisposeAsync();
    }

    internal sealed class Settings
    {
        public TimeProvider Time { get; set; } = TimeProvider.System;

        public bool HasKey { get; set; } = true;

        public bool IsAuthorized { get; set; } = true;

        public IReadOnlyList<DcEndpoint> OtherEndpoints { get; set; } = [];

        public IReadOnlyList<RsaPublicKey> RsaKeys { get; set; } = [];

        public TelegramRest.Wire.Framing.TransportKind Transport { get; set; } = TelegramRest.Wire.Framing.TransportKind.Intermediate;

        public bool Obfuscated { get; set; }

        public byte[] ProxySecret { get; set; } = [];

        public Func<int, TelegramRest.Mtproto.Connection.Proxy>? Proxy { get; set; }

        public TimeSpan ConnectionPatience { get; set; } = TimeSpan.FromSeconds(60);

        public ILoggerFactory Loggers { get; set; } = Microsoft.Extensions.Logging.Abstractions.NullLoggerFactory.Instance;
    }
}
