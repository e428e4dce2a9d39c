using Microsoft.Extensions.Logging.Abstractions;
using TelegramRest.Mtproto;
using TelegramRest.Mtproto.Datacenters;
using TelegramRest.Simulator;
using TelegramRest.Simulator.World;
using TelegramRest.Tests.Unit.Mtproto.Scripted;
using TelegramRest.Wire;

namespace TelegramRest.Tests.Unit.Mtproto.Simulated;

/// <summary>A simulator of its own for a test, and a bot's client that starts without a key and knows two of the five data centres.</summary>
internal sealed class Telegram : IAsyncDisposable
{
    private Telegram(SimulatorHost simulator)
    {
        Simulator = simulator;
        Seed = simulator.World.EnsureDemo();
        Options = NewOptions();
        Client = new MtprotoClient(Options, Store, Listener, isBot: true);
    }

    public SimulatorHost Simulator { get; }

    public DemoSeed Seed { get; }

    public MtprotoClientOptions Options { get; }

    public MemoryAuthStore Store { get; } = new();

    public RecordingListener Listener { get; } = new();

    public MtprotoClient Client { get; }

    public static async Task<Telegram> StartAsync() =>
        new(await SimulatorHost.StartAsync(new SimulatorOptions(), NullLoggerFactory.Instance, TimeProvider.System, CancellationToken.None));

    /// <summary>Starts one whose bot is logged in.</summary>
    public static async Task<Telegram> StartLoggedInAsync()
    {
        var telegram = await StartAsync();
        await telegram.LogInAsync();
        return telegram;
    }

    public Task<Tl.Auth.AuthorizationBase> LogInAsync() => Client.InvokeAsync(
        new Tl.Auth.ImportBotAuthorization { ApiId = 1, ApiHash = "hash", BotAuthToken = Seed.BotToken }, CancellationToken.None).InTime();

    public Task<Tl.NearestDc> AskAsync() => Client.InvokeAsync(new Tl.Help.GetNearestDc(), CancellationToken.None).InTime();

    public MtprotoClientOptions NewOptions(RsaPublicKey? key = null) => new()
    {
        ApiId = 1,
        ApiHash = "hash",
        Datacenters = DcTable.Of(Simulator.DataCenters.Where(center => center.Id is 2 or 4).Select(center => new DcEndpoint(center.Id, center.Host, center.Port))),
        RsaKeys = [key ?? RsaPublicKey.FromPem(Simulator.RsaPublicKeyPem)],
        Random = new TestRandom(),
    };

    public async ValueTask DisposeAsync()
    {
        await Client.DisposeAsync();
        await Simulator.DisposeAsync();
    }
}
