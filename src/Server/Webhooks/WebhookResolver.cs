using System.Net;
using System.Net.Sockets;
using TelegramRest.Accounts.Webhooks;

namespace TelegramRest.Server.Webhooks;

/// <summary>From a webhook's settings to the one address that is connected to.</summary>
internal sealed class WebhookResolver(WebhookPolicy policy)
{
    /// <param name="host">From the URL.</param>
    /// <param name="fixedAddress">From setWebhook; no name is looked up then.</param>
    /// <exception cref="BotApi.BotApiException">400 <c>bad webhook: …</c>.</exception>
    public async ValueTask<IPAddress> ResolveAsync(string host, string? fixedAddress, CancellationToken cancellationToken)
    {
        if (fixedAddress is not null)
            return policy.Choose([IPAddress.TryParse(fixedAddress, out var given) ? given : throw WebhookPolicy.Bad("Invalid IP address specified")]);
        if (IPAddress.TryParse(host.Trim('[', ']'), out var literal))
            return policy.Choose([literal]);
        try
        {
            return policy.Choose(await Dns.GetHostAddressesAsync(host, cancellationToken));
        }
        catch (SocketException error)
        {
            throw WebhookPolicy.Bad($"Failed to resolve host: {(error.SocketErrorCode == SocketError.HostNotFound ? "Name or service not known" : error.Message)}");
        }
    }

    public ValueTask<IPAddress> ResolveAsync(WebhookUrl url, WebhookSettings settings, CancellationToken cancellationToken) =>
        ResolveAsync(url.Target.IdnHost, settings.FixedIpAddress, cancellationToken);
}
