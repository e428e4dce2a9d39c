using System.Buffers.Binary;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using TelegramRest.Simulator.Rpc;
using TelegramRest.Simulator.World.Model;

namespace TelegramRest.Simulator.World.Files;

/// <summary>
/// Link previews (https://core.telegram.org/constructor/webPage). Only pages of this machine are fetched: a test must not depend on a page of somebody else's.
/// Every other page is one that was found empty.
/// </summary>
internal sealed partial class WebPages(SimulatorWorld world)
{
    private const int PageLimit = 1024 * 1024;
    private const int TextLimit = 300;

    /// <returns>Null for a page that may be missing and is.</returns>
    /// <exception cref="RpcError">WEBPAGE_URL_INVALID, WEBPAGE_CURL_FAILED.</exception>
    public async Task<Tl.MessageMediaWebPage?> PreviewAsync(Account me, Tl.InputMediaWebPage wish, CancellationToken cancellationToken)
    {
        if (!Uri.TryCreate(wish.Url, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https"))
            throw new RpcError(400, "WEBPAGE_URL_INVALID");
        Tl.WebPageBase page = new Tl.WebPageEmpty { Id = Id(wish.Url), Url = wish.Url };
        if (IsHere(uri))
        {
            try
            {
                page = await FetchAsync(me, uri, cancellationToken) ?? page;
            }
            catch (RpcError) when (wish.Optional)
            {
                return null;
            }
        }

        return new Tl.MessageMediaWebPage { ForceLargeMedia = wish.ForceLargeMedia, ForceSmallMedia = wish.ForceSmallMedia, Manual = true, Webpage = page };
    }

    private static bool IsHere(Uri uri) => uri.Host == "localhost" || (IPAddress.TryParse(uri.Host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));

    private static long Id(string url) => BinaryPrimitives.ReadInt64LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes(url))) & long.MaxValue;

    private async Task<Tl.WebPage?> FetchAsync(Account me, Uri uri, CancellationToken cancellationToken)
    {
        using var content = new MemoryStream();
        var (mimeType, _) = await world.Fetcher.FetchAsync(uri.AbsoluteUri, PageLimit, content, world.Log, cancellationToken);
        var url = uri.OriginalString;
        var page = new Tl.WebPage { Id = Id(url), Url = url, DisplayUrl = url[(url.IndexOf("//", StringComparison.Ordinal) + 2)..].TrimEnd('/'), Hash = 0 };
        if (mimeType.StartsWith("image/", StringComparison.Ordinal))
        {
            (page.Type, page.Photo) = ("photo", world.Files.ToPhoto(await world.Files.MakePhotoAsync(me, content.ToArray(), cancellationToken)));
            return page;
        }

        var html = Encoding.UTF8.GetString(content.GetBuffer(), 0, (int)content.Length);
        (page.Type, page.SiteName) = ("article", Meta(html, "og:site_name") ?? uri.Host);
        page.Title = Meta(html, "og:title") ?? (Title().Match(html) is { Success: true } title ? Clean(title.Groups[1].Value) : null);
        page.Description = Meta(html, "og:description") ?? Meta(html, "description");
        if (Meta(html, "og:image") is { } image && Uri.TryCreate(uri, image, out var picture) && IsHere(picture))
        {
            page.Photo = world.Files.ToPhoto(await world.Files.FetchPhotoAsync(me, picture.AbsoluteUri, cancellationToken));
            page.HasLargeMedia = true;
        }

        return page.Title is null && page.Description is null && page.Photo is null ? null : page;
    }

    private static string? Meta(string html, string name)
    {
        foreach (Match tag in MetaTag().Matches(html))
        {
            var attributes = Attribute().Matches(tag.Value).ToLookup(each => each.Groups[1].Value.ToLowerInvariant(), each => each.Groups[2].Value);
            if (attributes["property"].Concat(attributes["name"]).Contains(name, StringComparer.OrdinalIgnoreCase))
                return attributes["content"].FirstOrDefault() is { } value ? Clean(value) : null;
        }

        return null;
    }

    private static string? Clean(string text)
    {
        var decoded = WebUtility.HtmlDecode(text).Trim();
        return decoded.Length == 0 ? null : decoded[..Math.Min(decoded.Length, TextLimit)];
    }

    [GeneratedRegex("<title[^>]*>([^<]*)</title>", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Title();

    [GeneratedRegex("<meta\\s[^>]*>", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex MetaTag();

    [GeneratedRegex("([a-zA-Z]+)\\s*=\\s*\"([^\"]*)\"", RegexOptions.CultureInvariant)]
    private static partial Regex Attribute();
}
