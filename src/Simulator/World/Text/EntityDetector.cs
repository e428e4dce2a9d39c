using System.Text.RegularExpressions;

namespace TelegramRest.Simulator.World.Text;

/// <summary>
/// Finds what Telegram marks in a text by itself: mentions, hashtags, cashtags, commands, links and e-mail addresses
/// (https://core.telegram.org/api/entities). Offsets are UTF-16 units.
/// </summary>
internal static partial class EntityDetector
{
    /// <summary>Finds entities outside of <paramref name="taken"/>, which the sender marked already.</summary>
    public static IEnumerable<Tl.MessageEntityBase> Detect(string text, IReadOnlyList<(int Offset, int Length)> taken)
    {
        var used = new List<(int Offset, int Length)>(taken);
        foreach (var (pattern, make) in Kinds)
        {
            foreach (Match match in pattern().Matches(text))
            {
                var group = match.Groups["it"];
                if (used.Any(each => group.Index < each.Offset + each.Length && each.Offset < group.Index + group.Length))
                    continue;
                if (make(group.Index, group.Length, group.Value) is not { } entity)
                    continue;
                used.Add((group.Index, group.Length));
                yield return entity;
            }
        }
    }

    private static readonly (Func<Regex> Pattern, Func<int, int, string, Tl.MessageEntityBase?> Make)[] Kinds =
    [
        (Email, (offset, length, _) => new Tl.MessageEntityEmail { Offset = offset, Length = length }),
        (Url, (offset, length, value) => IsLink(value) ? new Tl.MessageEntityUrl { Offset = offset, Length = length } : null),
        (Command, (offset, length, _) => new Tl.MessageEntityBotCommand { Offset = offset, Length = length }),
        (Mention, (offset, length, _) => new Tl.MessageEntityMention { Offset = offset, Length = length }),
        (Hashtag, (offset, length, value) => value.AsSpan(1).ContainsAnyExceptInRange('0', '9') ? new Tl.MessageEntityHashtag { Offset = offset, Length = length } : null),
        (Cashtag, (offset, length, _) => new Tl.MessageEntityCashtag { Offset = offset, Length = length }),
    ];

    private static readonly string[] TopDomains = ["com", "org", "net", "info", "biz", "edu", "gov", "int", "mil", "io", "me", "dev", "app", "ai", "co", "de", "uk", "ru", "fr", "it", "es", "nl", "pl", "eu", "us", "ca", "cn", "jp", "in", "br", "xyz", "online", "site", "tech", "cz", "ch", "at", "se", "tv"];

    /// <summary>With a scheme anything that looks like a host is a link; without one only a known top-level domain makes it one.</summary>
    private static bool IsLink(string value)
    {
        if (value.Contains("://", StringComparison.Ordinal))
            return true;
        var end = value.AsSpan().IndexOfAny('/', '?', '#');
        var host = end < 0 ? value : value[..end];
        var colon = host.IndexOf(':', StringComparison.Ordinal);
        if (colon >= 0)
            host = host[..colon];
        return TopDomains.Contains(host[(host.LastIndexOf('.') + 1)..], StringComparer.OrdinalIgnoreCase);
    }

    [GeneratedRegex(@"(?<![\w.+-])(?<it>[A-Za-z0-9._%+-]{1,64}@(?:[A-Za-z0-9-]{1,63}\.){1,8}[A-Za-z]{2,24})(?![\w-])", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Email();

    [GeneratedRegex(@"(?<![\w@.+/-])(?<it>(?:(?:https?|ftp|tonsite)://(?:[^\s/?#@]{1,64}@)?[\w-]+(?:\.[\w-]+)*|(?:[\w-]{1,63}\.){1,8}[A-Za-z]{2,24})(?::\d{1,5})?(?:[/?#][^\s""«»<>]*[^\s""«»<>.,:;!?'()\[\]{}])?/?)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Url();

    [GeneratedRegex(@"(?<![\w/<>])(?<it>/[A-Za-z0-9_]{1,64}(?:@[A-Za-z0-9_]{3,32})?)(?![\w/<>])", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Command();

    [GeneratedRegex(@"(?<![\w@/])(?<it>@[A-Za-z0-9_]{2,32})(?!\w)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Mention();

    [GeneratedRegex(@"(?<![\w#/])(?<it>#\w{1,256})(?!#)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Hashtag();

    [GeneratedRegex(@"(?<![\w$])(?<it>\$(?:1INCH|[A-Z]{1,8}))(?![\w$])", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Cashtag();
}
