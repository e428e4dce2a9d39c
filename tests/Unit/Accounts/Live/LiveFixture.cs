using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using TelegramRest.Accounts;
using TelegramRest.Accounts.Webhooks;
using TelegramRest.Simulator;
using TelegramRest.Simulator.Control;
using TelegramRest.Simulator.World;

namespace TelegramRest.Tests.Unit.Accounts.Live;

/// <summary>A simulator on a free port, and a registry over a folder of its own that can be closed and opened again.</summary>
internal sealed class LiveFixture : IAsyncDisposable
{
    private readonly TemporaryDirectory directory = new();
    private readonly ILoggerFactory loggers;

    private LiveFixture(SimulatorHost simulator, AccountRegistry registry, DemoSeed demo, ILoggerFactory loggers, TemporaryDirectory directory)
    {
        (Simulator, Registry, Demo, this.loggers) = (simulator, registry, demo, loggers);
        this.directory.Dispose();
        this.directory = directory;
    }

    public SimulatorHost Simulator { get; }

    public AccountRegistry Registry { get; private set; }

    public DemoSeed Demo { get; }

    public static async Task<LiveFixture> StartAsync(bool allowRegistration = false)
    {
        var directory = new TemporaryDirectory();
        var loggers = LoggerFactory.Create(_ => { });
        var simulator = await SimulatorHost.StartAsync(new SimulatorOptions(), loggers, TimeProvider.System, CancellationToken.None);
        var demo = simulator.World.EnsureDemo();
        return new LiveFixture(simulator, await OpenAsync(simulator, directory.Path, loggers, allowRegistration), demo, loggers, directory);
    }

    /// <summary>As a new process would: everything from the folder.</summary>
    public async Task ReopenAsync()
    {
        await Registry.DisposeAsync();
        Registry = await OpenAsync(Simulator, directory.Path, loggers, allowRegistration: false);
    }

    public ValueTask<Account> BotAsync() => Registry.GetBotAsync(Demo.BotToken, false, "getme", null, CancellationToken.None);

    public ValueTask<Account> UserAsync(string token, string method = "getme") => Registry.GetUserAsync(token, false, method, null, CancellationToken.None);

    /// <summary>Telegram's test numbers have their data centre's digit, five times, as code.</summary>
    public async Task<(string Token, Account Account)> LogInAsync()
    {
        var state = await Registry.StartUserLoginAsync(Demo.PhoneNumber, null, CancellationToken.None);
        var account = await UserAsync(state.Token!, "authcode");
        await account.Login.SubmitCodeAsync("22222", CancellationToken.None);
        return (state.Token!, account);
    }

    /// <summary>A chat of the demo person with the demo bot as member or, where that is needed to write, administrator.</summary>
    public async Task<long> CreateChatAsync(string type, string? username = null) =>
        (await new CreateChat(Simulator.World).RunAsync(
            new CreateChatRequest(type, "A " + type, Demo.PersonId, [Demo.BotId], [Demo.BotId], username), CancellationToken.None)).Id;

    /// <summary>The demo person writes without a session of their own.</summary>
    public async Task<int> WriteAsync(long chatId, string text, int? replyTo = null)
    {
        var answer = await new SendMessage(Simulator).RunAsync(
            new SendMessageRequest(Demo.PersonId, JsonSerializer.SerializeToElement(chatId), text, replyTo), CancellationToken.None);
        return answer.MessageId;
    }

    /// <summary>Waits for the next update of an account and confirms it.</summary>
    public static async Task<JsonElement> NextAsync(Account account)
    {
        var updates = await account.Updates.GetAsync(0, 1, 20, null, CancellationToken.None);
        var update = JsonDocument.Parse(Assert.Single(updates)).RootElement;
        await account.Updates.GetAsync(update.GetProperty("update_id").GetInt32() + 1, 1, 0, null, CancellationToken.None);
        return update;
    }

    public static async Task SayAsync(Account from, Account to, string text)
    {
        var peer = await from.Peers.ResolveChatAsync(BotApi.ChatId.Parse("@" + to.Self.Username), CancellationToken.None);
        await from.InvokeAsync(
            new Tl.Messages.SendMessage { Peer = peer.InputPeer, Message = text, RandomId = from.Messages.NewRandomId() }, CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        await Registry.DisposeAsync();
        await Simulator.DisposeAsync();
        loggers.Dispose();
        directory.Dispose();
    }

    private static Task<AccountRegistry> OpenAsync(SimulatorHost simulator, string directory, ILoggerFactory loggers, bool allowRegistration) => AccountRegistry.OpenAsync(
        new AccountOptions
        {
            Directory = directory,
            ApiId = 1,
            ApiHash = "0123456789abcdef0123456789abcdef",
            DataCentres = [.. simulator.DataCenters.Select(center => new DcAddress(center.Id, "127.0.0.1", center.Port))],
            RsaPublicKeys = [simulator.RsaPublicKeyPem],
            AllowUserRegistration = allowRegistration,
        },
        new AnyWebhook(),
        TimeProvider.System,
        loggers,
        CancellationToken.None);

    private sealed class AnyWebhook : IWebhookVerifier
    {
        public Task<string> VerifyAsync(WebhookSettings settings, CancellationToken cancellationToken) =>
            Task.FromResult(1.ToString(CultureInfo.InvariantCulture) + ".2.3.4");
    }
}
