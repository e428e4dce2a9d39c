using Microsoft.Extensions.Logging.Abstractions;
using TelegramRest.Mtproto;
using TelegramRest.Mtproto.Datacenters;
using TelegramRest.Simulator;
using TelegramRest.Simulator.World;
using TelegramRest.Tests.Unit.Mtproto.Scripted;
using TelegramRest.Wire;

namespace TelegramRest.Tests.Unit.Mtproto.Simulated;

/// <summary>A simulator of its own for a test, and a bot's client that starts without a key.</summary>
internal sealed class Telegram : IAsyncDisposable
{
    private Telegram(SimulatorHost simulator, TimeProvider time)
    {
        Simulator = simulator;
        Seed = simulator.World.EnsureDemo();
        Options = NewOptions(time);
        Client = new MtprotoClient(Options, Store, Listener, isBot: true);
    }

    public SimulatorHost Simulator { get; }

    public DemoSeed Seed { get; }

    public MtprotoClientOptions Options { get; }

    public MemoryAuthStore Store { get; } = new();

    public RecordingListener Listener { get; } = new();

    public MtprotoClient Client { get; }

    public static async Task<Telegram> StartAsync(TimeProvider? time = null)
    {
        time ??= TimeProvider.System;
        return new Telegram(await SimulatorHost.StartAsync(new SimulatorOptions(), NullLoggerFactory.Instance, time, CancellationToken.None), time);
    }

    /// <summary>Starts one whose bot is logged in.</summary>
    public static async Task<Telegram> LogInAsync(TimeProvider? time = null)
    {
        var telegram = await StartAsync(time);
        await telegram.LogInAsync();
        return telegram;
    }

    public Task<Tl.Auth.AuthorizationBase> LogInAsync() => Client.InvokeAsync(
        new Tl.Auth.ImportBotAuthorization { ApiId = 1, ApiHash = "hash", BotAuthToken = Seed.BotToken }, CancellationToken.None).InTime();

    public Task<Tl.NearestDc> AskAsync() => Client.InvokeAsync(new Tl.Help.GetNearestDc(), CancellationToken.None).InTime();

    public MtprotoClientOptions NewOptions(TimeProvider time, RsaPublicKey? key = null) => new()
    {
        ApiId = 1,
        ApiHash = "hash",
        Datacenters = DcTable.Of([new DcEndpoint(2, "127.0.0.1", Simulator.Port)]),
        RsaKeys = [key ?? RsaPublicKey.FromPem(Simulator.RsaPublicKeyPem)],
        TimeProvider = time,
        Random = new TestRandom(Environment.TickCount),
    };

    public async ValueTask DisposeAsync()
    {
        await Client.DisposeAsync();
        await Simulator.DisposeAsync();
    }
}
