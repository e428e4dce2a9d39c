namespace TelegramRest.Mapping.Text;

/// <summary>Says whether a text is an email address as Telegram knows them.</summary>
internal static class EmailShape
{
    public static bool Matches(ReadOnlySpan<char> text)
    {
        var at = text.IndexOf('@');
        return at >= 0 && IsLocalPart(text[..at]) && IsDomain(text[(at + 1)..]);
    }

    /// <summary>Up to eleven parts between dots and pluses, each up to 26 long, the last 1 to 35.</summary>
    private static bool IsLocalPart(ReadOnlySpan<char> text)
    {
        var parts = 1;
        var begin = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is '.' or '+')
            {
                if (i - begin > 26)
                    return false;
                parts++;
                begin = i + 1;
            }
            else if (!UrlCharacters.IsName(text[i]))
            {
                return false;
            }
        }

        return parts <= 11 && text.Length - begin is >= 1 and <= 35;
    }

    private static bool IsDomain(ReadOnlySpan<char> text)
    {
        var labels = 0;
        var lastDot = text.LastIndexOf('.');
        if (lastDot < 0)
            return false;

        var topLevel = text[(lastDot + 1)..];
        if (topLevel.Length is < 2 or > 8)
            return false;
        foreach (var c in topLevel)
        {
            if (!char.IsAsciiLetter(c))
                return false;
        }

        foreach (var range in text[..lastDot].Split('.'))
        {
            if (++labels > 6 || !IsLabel(text[range]))
                return false;
        }

        return true;
    }

    private static bool IsLabel(ReadOnlySpan<char> label)
    {
        if (label.Length is < 1 or > 30 || !char.IsAsciiLetterOrDigit(label[0]) || !char.IsAsciiLetterOrDigit(label[^1]))
            return false;
        foreach (var c in label)
        {
            if (!UrlCharacters.IsName(c))
                return false;
        }

        return true;
    }
}
