using System.Net;
using TelegramRest.Accounts.Webhooks;

namespace TelegramRest.Server.Webhooks;

/// <summary>
/// The HTTP connections to webhooks. All webhooks with ordinary trust and ordinary names share one pool;
/// a webhook with its own certificate or address gets its own, so that neither leaks to a neighbour on the same host.
/// </summary>
internal sealed class WebhookConnections(WebhookConnector connector) : IDisposable
{
    private static readonly TimeSpan IdleTimeout = TimeSpan.FromSeconds(60);

    // A name may lead elsewhere after that long.
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(30);

    private readonly HttpMessageInvoker _shared = Create(connector, fixedAddress: null, settings: null);

    public HttpMessageInvoker For(WebhookSettings settings) => IsOrdinary(settings) ? _shared : Create(connector, settings.FixedIpAddress, settings);

    /// <summary>Gives back what <see cref="For"/> gave.</summary>
    public void Release(HttpMessageInvoker connections)
    {
        if (!ReferenceEquals(connections, _shared))
            connections.Dispose();
    }

    public void Dispose() => _shared.Dispose();

    private static bool IsOrdinary(WebhookSettings settings) => settings.Certificate is null && settings.FixedIpAddress is null;

    private static HttpMessageInvoker Create(WebhookConnector connector, string? fixedAddress, WebhookSettings? settings)
    {
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            AutomaticDecompression = DecompressionMethods.GZip | DecompressionMethods.Deflate,
            ConnectCallback = (context, cancellationToken) => connector.ConnectAsync(context.DnsEndPoint, fixedAddress, cancellationToken),
            ConnectTimeout = TimeSpan.FromSeconds(30),
            PooledConnectionIdleTimeout = IdleTimeout,
            PooledConnectionLifetime = Lifetime,
            ActivityHeadersPropagator = null,
            UseCookies = false,
            UseProxy = false,
        };
        if (settings is not null)
            handler.SslOptions = WebhookTrust.Options(settings);
        return new HttpMessageInvoker(handler);
    }
}
