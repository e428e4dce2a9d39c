using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using TelegramRest.Accounts.Webhooks;
using TelegramRest.Server.Http.Bodies;
using TelegramRest.Server.Operations;
using TelegramRest.Server.Webhooks;
using TelegramRest.Tests.Contract.Harness;
using Xunit;

namespace TelegramRest.Tests.Unit.Server.Webhooks;

public sealed class WebhookDeliveryTests : IAsyncLifetime
{
    private const long Chat = 7;
    private const long OtherChat = 8;

    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2030, 1, 1, 0, 0, 0, TimeSpan.Zero));
    private readonly StoredUpdates _source = new();
    private readonly ServiceProvider _services = new ServiceCollection().BuildServiceProvider();
    private readonly WebhookConnections _connections;
    private readonly WebhookDelivery _delivery;
    private WebhookHost? _host;

    public WebhookDeliveryTests()
    {
        var answers = new AnswerCalls(_services.GetRequiredService<IServiceScopeFactory>(), new BodyReader(new UploadSpool(Path.GetTempPath())), NullLogger<AnswerCalls>.Instance);
        _connections = new WebhookConnections(new WebhookConnector(new WebhookResolver(new WebhookPolicy(isLocal: true, allowsHttp: true)), proxy: null));
        _delivery = new WebhookDelivery(_source, new WebhookClient(answers, TimeProvider.System), _connections, new ServerMetrics(), _time, NullLogger<WebhookDelivery>.Instance);
    }

    private WebhookHost Host => _host!;

    private DateTimeOffset Tomorrow => _time.GetUtcNow().AddDays(1);

    public async Task InitializeAsync()
    {
        _host = await WebhookHost.StartAsync(_time);
        await _delivery.StartAsync(CancellationToken.None);
    }

    public async Task DisposeAsync()
    {
        await _delivery.StopAsync(CancellationToken.None);
        _delivery.Dispose();
        _connections.Dispose();
        await Host.DisposeAsync();
        await _services.DisposeAsync();
    }

    [Fact]
    public async Task An_update_arrives_as_the_official_server_sends_it()
    {
        var id = _source.Add(Chat, Tomorrow);
        _source.Set(Settings() with { Url = $"http://me:secret@{Host.Url.Authority}/hook?x=1", SecretToken = "token_1" });

        var delivery = await Host.NextAsync();

        Assert.Equal($"{{\"update_id\":{id}}}", delivery.Body);
        Assert.Equal("/hook?x=1", delivery.Path);
        Assert.Equal("application/json", delivery.Headers["Content-Type"]);
        Assert.Equal("token_1", delivery.Headers["X-Telegram-Bot-Api-Secret-Token"]);
        Assert.Equal("Basic bWU6c2VjcmV0", delivery.Headers["Authorization"]);
        Assert.Equal("gzip, deflate", delivery.Headers["Accept-Encoding"]);
        Assert.Equal(Host.Url.Authority, delivery.Headers["Host"]);
        Assert.False(delivery.Headers.ContainsKey("User-Agent"));
        await UntilAsync(() => _source.Pending == 0);
    }

    [Fact]
    public async Task A_chats_updates_arrive_one_by_one_and_in_order()
    {
        for (var i = 0; i < 20; i++)
            _source.Add(i % 2 == 0 ? Chat : OtherChat, Tomorrow);
        var active = 0;
        var most = 0;
        Host.Answer = async (_, _) =>
        {
            most = Math.Max(most, Interlocked.Increment(ref active));
            await Task.Yield();
            Interlocked.Decrement(ref active);
        };
        _source.Set(Settings());

        var ids = new List<int>();
        for (var i = 0; i < 20; i++)
            ids.Add(int.Parse((await Host.NextAsync()).Body["{\"update_id\":".Length..^1], System.Globalization.CultureInfo.InvariantCulture));

        Assert.Equal(ids.Where(id => id % 2 == 0).Order(), ids.Where(id => id % 2 == 0));
        Assert.Equal(ids.Where(id => id % 2 == 1).Order(), ids.Where(id => id % 2 == 1));
        Assert.InRange(most, 1, 2);
    }

    [Fact]
    public async Task A_refused_update_is_tried_again_at_once_and_then_ever_later()
    {
        Host.Answer = Status(500);
        _source.Add(Chat, Tomorrow);
        _source.Set(Settings());

        var first = await Host.NextAsync();
        var second = await Host.NextAsync();
        var third = await AfterAsync(failures: 2, TimeSpan.FromSeconds(2));
        Host.Answer = Status(200);
        var fourth = await AfterAsync(failures: 3, TimeSpan.FromSeconds(4));

        Assert.Equal(first.At, second.At);
        Assert.Equal(TimeSpan.FromSeconds(2), third.At - second.At);
        Assert.Equal(TimeSpan.FromSeconds(4), fourth.At - third.At);
        await UntilAsync(() => _source.Pending == 0);
        Assert.Equal(3, _source.Errors.Count);
        Assert.All(_source.Errors, error => Assert.Equal("Wrong response from the webhook: 500 Internal Server Error", error));
    }

    [Fact]
    public async Task A_refused_update_holds_up_its_own_chat_only()
    {
        var refused = _source.Add(Chat, Tomorrow);
        _source.Add(Chat, Tomorrow);
        var other = _source.Add(OtherChat, Tomorrow);
        Host.Answer = (delivery, context) => Status(delivery.Body.Contains($"{refused}", StringComparison.Ordinal) ? 400 : 200)(delivery, context);
        _source.Set(Settings());

        await UntilAsync(() => _source.Pending == 2);

        Assert.DoesNotContain(_source.Peek(1, 0, 10), update => update.Id == other);
    }

    [Fact]
    public async Task The_host_may_say_when_to_come_back()
    {
        Host.Answer = (delivery, context) =>
        {
            context.Response.Headers.RetryAfter = "100";
            return Status(429)(delivery, context);
        };
        _source.Add(Chat, Tomorrow);
        _source.Set(Settings());

        var first = await Host.NextAsync();
        var second = await AfterAsync(failures: 1, TimeSpan.FromSeconds(100));

        Assert.Equal(TimeSpan.FromSeconds(100), second.At - first.At);
    }

    [Fact]
    public async Task An_update_that_would_expire_before_the_next_attempt_is_dropped()
    {
        Host.Answer = (delivery, context) =>
        {
            context.Response.Headers.RetryAfter = "100";
            return Status(503)(delivery, context);
        };
        _source.Add(Chat, _time.GetUtcNow().AddSeconds(50));
        _source.Set(Settings());

        await Host.NextAsync();

        await UntilAsync(() => _source.Pending == 0);
    }

    [Fact]
    public async Task A_webhook_that_is_gone_for_a_day_is_removed()
    {
        Host.Answer = (delivery, context) =>
        {
            context.Response.Headers.RetryAfter = "3600";
            return Status(410)(delivery, context);
        };
        _source.Add(Chat, _time.GetUtcNow().AddDays(10));
        _source.Set(Settings());

        var first = await Host.NextAsync();
        for (var hour = 1; hour <= 24; hour++)
            await AfterAsync(failures: hour, TimeSpan.FromHours(1));

        await UntilAsync(() => _source.IsRemoved);
        Assert.Equal(TimeSpan.FromHours(24), _time.GetUtcNow() - first.At);
        Assert.Equal(1, _source.Pending);
    }

    [Fact]
    public async Task An_absent_host_is_noted_and_tried_again()
    {
        var url = Host.Url;
        await Host.DisposeAsync();
        _source.Add(Chat, Tomorrow);
        _source.Set(Settings() with { Url = url.ToString() });

        for (var failures = 1; failures <= 3; failures++)
        {
            await UntilAsync(() => _source.Errors.Count == failures);
            _time.Advance(TimeSpan.FromSeconds(1 << failures));
        }

        Assert.Equal("Connection refused", _source.Errors[0]);
        Assert.Equal(1, _source.Pending);
    }

    [Fact]
    public async Task A_removed_webhook_gets_nothing_more()
    {
        _source.Set(Settings());
        _source.Add(Chat, Tomorrow);
        await Host.NextAsync();
        await UntilAsync(() => _source.Pending == 0);

        await _source.RemoveAsync(1);
        _source.Add(Chat, Tomorrow);
        await _delivery.StopAsync(CancellationToken.None);

        Assert.False(Host.TryNext(out _));
    }

    [Fact]
    public async Task A_redirect_is_an_error()
    {
        Host.Answer = (delivery, context) =>
        {
            context.Response.Headers.Location = "/elsewhere";
            return Status(302)(delivery, context);
        };
        _source.Add(Chat, Tomorrow);
        _source.Set(Settings());

        await UntilAsync(() => _source.Errors.Count > 0);

        Assert.Equal("Wrong response from the webhook: 302 Found", _source.Errors[0]);
    }

    private static Func<WebhookHost.Delivery, HttpContext, Task> Status(int status) => (_, context) =>
    {
        context.Response.StatusCode = status;
        return Task.CompletedTask;
    };

    private WebhookSettings Settings() => new() { Url = Host.Url.ToString() };

    /// <summary>Waits for so many failures, lets the time pass, and gives the attempt that follows.</summary>
    private async Task<WebhookHost.Delivery> AfterAsync(int failures, TimeSpan delay)
    {
        await UntilAsync(() => _source.Errors.Count == failures);
        _time.Advance(delay - TimeSpan.FromMilliseconds(1));
        Assert.False(Host.TryNext(out _));
        _time.Advance(TimeSpan.FromMilliseconds(1));
        return await Host.NextAsync();
    }

    private static async Task UntilAsync(Func<bool> condition)
    {
        while (!condition())
            await Task.Yield();
    }
}
