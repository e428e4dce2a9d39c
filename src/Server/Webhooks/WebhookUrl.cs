using System.Text;
using TelegramRest.BotApi;

namespace TelegramRest.Server.Webhooks;

/// <summary>A webhook's URL in the liberties that the API allows: no scheme means https, spaces are escaped, a user may stand before the host.</summary>
/// <param name="Target">Absolute, http or https, without user and fragment.</param>
/// <param name="BasicCredentials">Base64 of the user part; null without one.</param>
internal sealed record WebhookUrl(Uri Target, string? BasicCredentials)
{
    /// <exception cref="BotApiException">400.</exception>
    public static WebhookUrl Parse(string url)
    {
        var text = url.Trim();
        if (!text.Contains("://", StringComparison.Ordinal))
            text = $"https://{text}";
        // A fragment belongs to the path here; a request line has no other place for it.
        text = text.Replace("#", "%23", StringComparison.Ordinal);

        if (!Uri.TryCreate(text, UriKind.Absolute, out var uri)
            || (uri.Scheme != Uri.UriSchemeHttps && uri.Scheme != Uri.UriSchemeHttp)
            || uri.Host.Length == 0 || uri.Port is < 1 or > 65535)
            throw BotApiException.BadRequest("invalid webhook URL specified");

        var target = new Uri($"{uri.Scheme}://{(uri.HostNameType == UriHostNameType.IPv6 ? uri.Host : uri.IdnHost)}:{uri.Port}{uri.PathAndQuery}");
        var credentials = uri.UserInfo.Length == 0 ? null : Convert.ToBase64String(Encoding.UTF8.GetBytes(Uri.UnescapeDataString(uri.UserInfo)));
        return new WebhookUrl(target, credentials);
    }
}
