using System.Globalization;

namespace TelegramRest.Mapping.Text;

/// <summary>URLs inside markup: those that name a user, a custom emoji or a moment, and all others.</summary>
/// <remarks>https://core.telegram.org/bots/api#formatting-options</remarks>
internal static class TextLinks
{
    /// <summary>Text that stands for its own URL is not examined beyond this length; no server takes such a URL.</summary>
    public const int MaxLength = 8192;

    /// <returns>Null when the URL cannot be used; the text is plain then.</returns>
    public static TextEntity? ToEntity(string url, int offset, int length)
    {
        if (url.Length > MaxLength)
            return null;
        if (UserId(url) is { } userId)
            return new TextEntity(TextEntityType.MentionName, offset, length, Id: userId);
        return UrlNormalizer.TryNormalize(url, out var normalized, out _)
            ? new TextEntity(TextEntityType.TextUrl, offset, length, normalized)
            : null;
    }

    /// <summary><c>tg://user?id=N</c>.</summary>
    public static long? UserId(string url) =>
        Query(url, "user") is { } query && Parameter(query, "id") is { } id && TryParseId(id, out var userId) && ChatIds.IsUser(userId) ? userId : null;

    /// <summary><c>tg://emoji?id=N</c>.</summary>
    public static long? CustomEmojiId(string url) =>
        Query(url, "emoji") is { } query && Parameter(query, "id") is { } id && TryParseId(id, out var emojiId) && emojiId != 0 ? emojiId : null;

    /// <summary><c>tg://time?unix=N&amp;format=F</c>.</summary>
    public static (int Date, string Format)? Time(string url)
    {
        if (Query(url, "time") is not { } query || Parameter(query, "unix") is not { } unix)
            return null;
        if (!int.TryParse(unix, NumberStyles.None, CultureInfo.InvariantCulture, out var date) || date <= 0)
            return null;
        return (date, Parameter(query, "format") ?? "");
    }

    private static bool TryParseId(string text, out long id) =>
        long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out id) && !text.StartsWith('+');

    private static string? Query(string url, string host)
    {
        if (!url.StartsWith("tg:", StringComparison.OrdinalIgnoreCase))
            return null;

        var rest = url.AsSpan(3);
        if (rest.StartsWith("//"))
            rest = rest[2..];
        if (!rest.StartsWith(host, StringComparison.OrdinalIgnoreCase))
            return null;

        rest = rest[host.Length..];
        if (rest.StartsWith("/"))
            rest = rest[1..];
        if (!rest.StartsWith("?"))
            return null;

        rest = rest[1..];
        var fragment = rest.IndexOf('#');
        return (fragment < 0 ? rest : rest[..fragment]).ToString();
    }

    private static string? Parameter(string query, string name)
    {
        foreach (var range in query.AsSpan().Split('&'))
        {
            var parameter = query.AsSpan(range);
            var equals = parameter.IndexOf('=');
            if (equals == name.Length && parameter[..equals].Equals(name, StringComparison.OrdinalIgnoreCase))
                return parameter[(equals + 1)..].ToString();
        }

        return null;
    }
}
