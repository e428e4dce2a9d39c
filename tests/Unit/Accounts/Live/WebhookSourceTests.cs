using System.Text.Json;
using TelegramRest.Accounts.Webhooks;
using TelegramRest.BotApi;

namespace TelegramRest.Tests.Unit.Accounts.Live;

public sealed class WebhookSourceTests : IAsyncLifetime
{
    private LiveFixture live = null!;

    public async Task InitializeAsync() => live = await LiveFixture.StartAsync();

    public Task DisposeAsync() => live.DisposeAsync().AsTask();

    [Fact]
    public async Task Updates_are_announced_peeked_and_confirmed()
    {
        var listener = new Listener();
        await live.Registry.Webhooks.AttachAsync(listener, CancellationToken.None);
        var bot = await live.BotAsync();
        await bot.Webhook.SetAsync(new() { Url = "https://example.org/a", SecretToken = "s3cret", MaxConnections = 500 }, CancellationToken.None);

        await live.WriteAsync(live.Demo.BotId, "hello");
        await listener.UpdateAsync();
        var update = Assert.Single(live.Registry.Webhooks.Peek(bot.Id, 0, 10));

        Assert.Equal("s3cret", listener.Target!.Settings.SecretToken);
        Assert.Equal(100, listener.Target.Settings.MaxConnections);
        Assert.Equal("hello", JsonDocument.Parse(update.Json).RootElement.GetProperty("message").GetProperty("text").GetString());
        Assert.Equal(live.Demo.PersonId, update.OrderKey);
        await live.Registry.Webhooks.ConfirmAsync(bot.Id, update.Id);
        Assert.Empty(live.Registry.Webhooks.Peek(bot.Id, 0, 10));
    }

    [Fact]
    public async Task Errors_show_until_the_webhook_changes()
    {
        var bot = await live.BotAsync();
        await bot.Webhook.SetAsync(new() { Url = "https://example.org/a" }, CancellationToken.None);
        await live.Registry.Webhooks.RecordErrorAsync(bot.Id, "Connection refused");

        Assert.Equal("Connection refused", bot.Webhook.Info.LastErrorMessage);
        Assert.NotNull(bot.Webhook.Info.LastErrorDate);

        await live.Registry.Webhooks.RemoveAsync(bot.Id);
        Assert.Equal("", bot.Webhook.Info.Url);
        Assert.Null(bot.Webhook.Info.LastErrorMessage);
        Assert.Null(bot.Webhook.Info.IpAddress);
    }

    [Fact]
    public async Task After_a_restart_the_account_is_brought_up_for_its_webhook()
    {
        var bot = await live.BotAsync();
        await bot.Webhook.SetAsync(new() { Url = "https://example.org/a" }, CancellationToken.None);
        await live.ReopenAsync();
        var listener = new Listener();

        await live.Registry.Webhooks.AttachAsync(listener, CancellationToken.None);
        await live.WriteAsync(live.Demo.BotId, "nobody asked");
        await listener.UpdateAsync();

        Assert.Equal("https://example.org/a", listener.Target?.Settings.Url);
        Assert.Equal(live.Demo.BotId, (await listener.Target!.Account(CancellationToken.None)).Self.Id);
    }

    [Fact]
    public async Task A_persons_webhook_comes_back_without_the_token()
    {
        var (_, person) = await live.LogInAsync();
        await person.Webhook.SetAsync(new() { Url = "https://example.org/p" }, CancellationToken.None);
        await live.ReopenAsync();
        var listener = new Listener();

        await live.Registry.Webhooks.AttachAsync(listener, CancellationToken.None);

        Assert.Equal(live.Demo.PersonId, (await listener.Target!.Account(CancellationToken.None)).Self.Id);
    }

    [Fact]
    public async Task A_waiting_poll_is_told_that_a_webhook_takes_over()
    {
        var bot = await live.BotAsync();
        var poll = bot.Updates.GetAsync(0, 1, 50, null, CancellationToken.None);
        await bot.Webhook.SetAsync(new() { Url = "https://example.org/a" }, CancellationToken.None);

        var error = await Assert.ThrowsAsync<BotApiException>(() => poll);

        Assert.Equal("Conflict: terminated by setWebhook request", error.Description);
    }

    [Fact]
    public async Task One_change_a_second()
    {
        var bot = await live.BotAsync();
        await bot.Webhook.SetAsync(new() { Url = "https://example.org/a" }, CancellationToken.None);

        var error = await Assert.ThrowsAsync<BotApiException>(() => bot.Webhook.SetAsync(new() { Url = "https://example.org/b" }, CancellationToken.None));

        Assert.Equal((429, 1), (error.Code, error.Parameters?.RetryAfter));
    }

    [Fact]
    public async Task A_certificate_that_is_too_big_is_refused()
    {
        var bot = await live.BotAsync();
        var file = new InputFileUpload(new UploadedFile("certificate", "c.pem", "", 3_145_729, _ => new(new MemoryStream(new byte[3_145_729]))));

        var error = await Assert.ThrowsAsync<BotApiException>(
            () => bot.Webhook.SetAsync(new() { Url = "https://example.org/a", Certificate = file }, CancellationToken.None));

        Assert.Equal("Bad Request: certificate size is too big (3145729 bytes)", error.Description);
    }

    private sealed class Listener : IWebhookListener
    {
        private readonly TaskCompletionSource update = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public WebhookTarget? Target { get; private set; }

        public void OnSet(WebhookTarget target) => Target = target;

        public void OnRemoved(long queueId) => Target = null;

        public void OnUpdate(long queueId) => update.TrySetResult();

        public Task UpdateAsync() => update.Task.WaitAsync(TimeSpan.FromSeconds(30));
    }
}
