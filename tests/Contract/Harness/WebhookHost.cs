using System.Net;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace TelegramRest.Tests.Contract.Harness;

/// <summary>A bot's own web server: tells what arrived, and answers as the test wants.</summary>
public sealed class WebhookHost : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly WebApplication _application;
    private readonly Channel<Delivery> _deliveries = Channel.CreateUnbounded<Delivery>();

    private WebhookHost(WebApplication application) => _application = application;

    public Uri Url { get; private set; } = new("http://127.0.0.1");

    /// <summary>Answers the delivery; 200 without a body until it is set.</summary>
    public Func<Delivery, HttpContext, Task> Answer { get; set; } = (_, _) => Task.CompletedTask;

    public static async Task<WebhookHost> StartAsync(TimeProvider time, Action<Microsoft.AspNetCore.Server.Kestrel.Core.ListenOptions>? listen = null)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, options => listen?.Invoke(options)));
        var application = builder.Build();
        var host = new WebhookHost(application);
        application.Run(async context =>
        {
            using var reader = new StreamReader(context.Request.Body);
            var delivery = new Delivery(
                await reader.ReadToEndAsync(),
                context.Request.Path + context.Request.QueryString,
                context.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase),
                time.GetUtcNow());
            await host._deliveries.Writer.WriteAsync(delivery);
            await host.Answer(delivery, context);
        });
        await application.StartAsync();
        host.Url = new Uri(application.Urls.First());
        return host;
    }

    /// <summary>The next request, in the order of arrival.</summary>
    public async Task<Delivery> NextAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        return await _deliveries.Reader.ReadAsync(patience.Token);
    }

    public bool TryNext(out Delivery? delivery) => _deliveries.Reader.TryRead(out delivery);

    public async ValueTask DisposeAsync()
    {
        await _application.StopAsync();
        await _application.DisposeAsync();
    }

    /// <summary>One request as it arrived.</summary>
    public sealed record Delivery(string Body, string Path, IReadOnlyDictionary<string, string> Headers, DateTimeOffset At);
}
