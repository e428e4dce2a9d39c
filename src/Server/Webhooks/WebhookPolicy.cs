using System.Net;
using System.Net.Sockets;
using TelegramRest.BotApi;
using TelegramRest.Server.Http;

namespace TelegramRest.Server.Webhooks;

/// <summary>Where webhooks may lead. Local mode allows everything; otherwise only public IPv4 hosts on the ports that Telegram names.</summary>
/// <remarks>https://core.telegram.org/bots/webhooks</remarks>
internal sealed class WebhookPolicy(bool isLocal, bool allowsHttp)
{
    /// <exception cref="BotApiException">400 <c>bad webhook: …</c>.</exception>
    public void CheckUrl(Uri target)
    {
        if (isLocal)
            return;
        if (target.Scheme != Uri.UriSchemeHttps && !allowsHttp)
            throw Bad("An HTTPS URL must be provided for webhook");
        if (target.Port is not (80 or 88 or 443 or 8443))
            throw Bad("Webhook can be set up only on ports 80, 88, 443 or 8443");
    }

    /// <summary>The first address that may be connected to. Asked when a webhook is set and again at every connection, since names move.</summary>
    /// <exception cref="BotApiException">400 <c>bad webhook: …</c>.</exception>
    public IPAddress Choose(IReadOnlyList<IPAddress> addresses)
    {
        if (addresses.Count == 0)
            throw Bad("Failed to resolve host: No address associated with hostname");
        var plain = addresses.Select(address => address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address).ToList();
        var first = plain.Find(address => address.AddressFamily == AddressFamily.InterNetwork);
        if (isLocal)
            return first ?? plain[0];
        if (first is null)
            throw Bad("IPv6-only addresses are not allowed");
        return plain.Find(address => address.AddressFamily == AddressFamily.InterNetwork && !ReservedAddresses.Contains(address))
            ?? throw Bad($"IP address {first} is reserved");
    }

    public static BotApiException Bad(string text) => new(400, $"Bad Request: bad webhook: {text}");
}
