namespace TelegramRest.Mapping.Text;

/// <summary>
/// Finds web links and email addresses. Every dot may be part of a domain:
/// <code>
/// scheme://user@sub.domain.tld:port/path?query#fragment
///         ◄─┐   ◄────.────► ──► ────────────────────►
/// </code>
/// from the dot the domain grows both ways, then port and path to the right, user and scheme to the left.
/// </summary>
internal static class UrlFinder
{
    public static void Add(string text, List<TextEntity> found)
    {
        var start = 0;
        while (true)
        {
            var dot = start < text.Length ? text.IndexOf('.', start) : -1;
            if (dot < 0 || dot + 1 == text.Length)
                return;

            if (text[dot + 1] == ' ')
            {
                start = dot + 2;
                continue;
            }

            start = Examine(text, start, dot, found);
        }
    }

    /// <returns>Where to look for the next dot.</returns>
    private static int Examine(string text, int start, int dot, List<TextEntity> found)
    {
        var domainBegin = UrlCharacters.WalkBack(text, dot, start, UrlCharacters.IsDomain);
        var (domainEnd, hasAt) = EndOfDomain(text, dot);
        if (hasAt)
            domainBegin = UrlCharacters.WalkBack(text, domainBegin, start, UrlCharacters.IsUserInfo);

        var end = UrlCharacters.EndOfPath(text, EndOfPort(text, domainEnd));
        while (end > dot + 1 && text[end - 1] == '.')
            end--;

        var begin = domainBegin;
        var isGood = TakeUserInfo(text, start, hasAt, ref begin) & TakeScheme(text, start, ref begin);
        if (!isGood)
        {
            // The last dot of what was read may still belong to something good.
            while (text[end - 1] != '.')
                end--;
            return Math.Max(end, dot + 1);
        }

        if (end > dot + 1)
            Take(text, begin, end, found);
        while (text.At(end) == '.')
            end++;
        return Math.Max(end, dot + 1);
    }

    private static void Take(string text, int begin, int end, List<TextEntity> found)
    {
        const string mailto = "mailto:";
        var candidate = text.AsSpan(begin, end - begin);
        if (candidate.StartsWith(mailto) && EmailShape.Matches(candidate[mailto.Length..]))
            found.Add(new TextEntity(TextEntityType.EmailAddress, begin + mailto.Length, candidate.Length - mailto.Length));
        else if (EmailShape.Matches(candidate))
            found.Add(new TextEntity(TextEntityType.EmailAddress, begin, candidate.Length));
        else if (UrlShape.Length(candidate) is > 0 and var length)
            found.Add(new TextEntity(TextEntityType.Url, begin, length));
    }

    private static (int End, bool HasAt) EndOfDomain(string text, int dot)
    {
        var hasAt = false;
        var end = dot;
        while (end < text.Length)
        {
            var code = Unicode.CodeAt(text, end);
            if (code == '@')
                hasAt = true;
            else if (!UrlCharacters.IsDomain(code))
                break;
            end += Unicode.Width(code);
        }

        return (end, hasAt);
    }

    private static int EndOfPort(string text, int index)
    {
        if (text.At(index) != ':')
            return index;

        var end = index + 1;
        while (char.IsAsciiDigit(text.At(end)))
            end++;
        var digits = text.AsSpan(index + 1, end - index - 1).TrimStart('0');
        return digits.Length is > 0 and <= 5 && BotApi.Scalars.ToInt32(digits) <= 65535 ? end : index;
    }

    private static bool TakeUserInfo(string text, int start, bool hasAt, ref int begin)
    {
        if (begin <= start || text[begin - 1] != '@')
            return true;

        var userBegin = UrlCharacters.WalkBack(text, begin - 1, start, UrlCharacters.IsUserInfo);
        var isGood = !hasAt && userBegin != begin - 1;
        begin = userBegin;
        return isGood;
    }

    private static bool TakeScheme(string text, int start, ref int begin)
    {
        if (begin <= start)
            return true;

        var prefix = text.AsSpan(start, begin - start);
        if (prefix.Length < 6 || !prefix.EndsWith("://"))
            return Unicode.CodeBefore(text, begin) is var code && code is not ('/' or '#' or '@') && !Unicode.IsWord(code);

        var schemeBegin = UrlCharacters.WalkBack(text, begin - 3, start, UrlCharacters.IsScheme);
        var scheme = text.AsSpan(schemeBegin, begin - 3 - schemeBegin);
        var length = SchemeLength(scheme);
        begin -= length;
        return length != 0;
    }

    /// <returns>The length of the known scheme at the end, with its colon and slashes; 0 for others.</returns>
    private static int SchemeLength(ReadOnlySpan<char> scheme)
    {
        if (scheme.EndsWith("http", StringComparison.OrdinalIgnoreCase) && !scheme.Equals("shttp", StringComparison.OrdinalIgnoreCase))
            return "http://".Length;
        if (scheme.EndsWith("https", StringComparison.OrdinalIgnoreCase))
            return "https://".Length;
        if (scheme.EndsWith("ftp", StringComparison.OrdinalIgnoreCase)
            && !scheme.Equals("tftp", StringComparison.OrdinalIgnoreCase)
            && !scheme.Equals("sftp", StringComparison.OrdinalIgnoreCase))
            return "ftp://".Length;
        return scheme.EndsWith("tonsite", StringComparison.OrdinalIgnoreCase) ? "tonsite://".Length : 0;
    }
}
