using System.Text;

namespace TelegramRest.Mapping.Text;

/// <summary>Says how much of a text that looks like a link is one.</summary>
internal static class UrlShape
{
    /// <summary>A look-alike of Telegram's own domain.</summary>
    private const string Excluded = "teiegram.org";

    /// <returns>0 when it is none.</returns>
    public static int Length(ReadOnlySpan<char> url)
    {
        var scheme = SchemeLength(url);
        var rest = url[scheme..];
        var domainEnd = rest.IndexOfAny("/?#");
        var domain = domainEnd < 0 ? rest : rest[..domainEnd];
        var path = domainEnd < 0 ? default : rest[domainEnd..];

        if (domain.IndexOf('@') is >= 0 and var at)
            domain = domain[(at + 1)..];
        if (domain.LastIndexOf(':') is >= 0 and var colon)
            domain = domain[..colon];
        if (domain.Equals(Excluded, StringComparison.OrdinalIgnoreCase) || !IsDomain(domain, scheme != 0))
            return 0;

        return url.Length - path.Length + BalancedLength(path);
    }

    private static int SchemeLength(ReadOnlySpan<char> url)
    {
        foreach (var scheme in (ReadOnlySpan<string>)["http://", "https://", "ftp://", "tonsite://"])
        {
            if (url.StartsWith(scheme, StringComparison.OrdinalIgnoreCase))
                return scheme.Length;
        }

        return 0;
    }

    /// <summary>A path ends before a bracket that it did not open, and before punctuation.</summary>
    private static int BalancedLength(ReadOnlySpan<char> path)
    {
        int round = 0, square = 0, curly = 0;
        var length = 0;
        for (; length < path.Length; length++)
        {
            switch (path[length])
            {
                case '(': round++; break;
                case ')': round--; break;
                case '[': square++; break;
                case ']': square--; break;
                case '{': curly++; break;
                case '}': curly--; break;
            }

            if (round < 0 || square < 0 || curly < 0)
                break;
        }

        while (length > 0 && UrlCharacters.IsBadAtPathEnd(path[length - 1]))
            length--;
        return length;
    }

    private static bool IsDomain(ReadOnlySpan<char> domain, bool hasScheme)
    {
        var labels = 0;
        var isIpv4 = true;
        var isNumber = true;
        foreach (var range in domain.Split('.'))
        {
            var label = domain[range];
            if (label.Length == 0 || Encoding.UTF8.GetByteCount(label) > 63 || label[^1] == '-')
                return false;
            labels++;
            isIpv4 &= IsOctet(label);
            isNumber &= !label.ContainsAnyExceptInRange('0', '9');
        }

        if (labels == 1)
            return false;
        if (isNumber)
            return isIpv4 && labels == 4;

        var lastDot = domain.LastIndexOf('.');
        return IsTopLevel(domain[(lastDot + 1)..], hasScheme) && !SecondLevel(domain[..lastDot]).Contains('_');
    }

    private static bool IsOctet(ReadOnlySpan<char> label) =>
        label.Length <= 3 && !label.ContainsAnyExceptInRange('0', '9') && (label.Length == 1 || label[0] != '0') && BotApi.Scalars.ToInt32(label) <= 255;

    private static bool IsTopLevel(ReadOnlySpan<char> label, bool hasScheme)
    {
        const string encoded = "xn--";
        if (label.StartsWith(encoded))
            return label.Length > encoded.Length + 1 && IsAlphanumeric(label[encoded.Length..]);
        if (label.Length < 2 || (label.Length == 2 && char.IsHighSurrogate(label[0])) || label.ContainsAny('_', '-'))
            return false;
        return hasScheme || TopLevelDomains.Contains(label.ToString());
    }

    private static ReadOnlySpan<char> SecondLevel(ReadOnlySpan<char> domain) => domain[(domain.LastIndexOf('.') + 1)..];

    private static bool IsAlphanumeric(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (!char.IsAsciiLetterOrDigit(c))
                return false;
        }

        return true;
    }
}
