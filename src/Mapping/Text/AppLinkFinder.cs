namespace TelegramRest.Mapping.Text;

/// <summary>Finds <c>tg://</c>, <c>ton://</c> and <c>tonsite://</c> links.</summary>
internal static class AppLinkFinder
{
    private const int MaxHostLength = 253;

    public static void Add(string text, List<TextEntity> found)
    {
        for (var i = text.IndexOf("://", StringComparison.Ordinal); i >= 0; i = text.IndexOf("://", i, StringComparison.Ordinal))
        {
            var begin = SchemeStart(text, i);
            i += 3;
            if (begin < 0)
                continue;

            var host = i;
            while (i < text.Length && i - host < MaxHostLength && UrlCharacters.IsName(text[i]))
                i++;
            if (i == host)
                continue;

            i = UrlCharacters.EndOfPath(text, i);
            found.Add(new TextEntity(TextEntityType.Url, begin, i - begin));
        }
    }

    private static int SchemeStart(string text, int colon)
    {
        var before = text.AsSpan(0, colon);
        foreach (var scheme in (ReadOnlySpan<string>)["tg", "tonsite", "ton"])
        {
            if (before.EndsWith(scheme, StringComparison.OrdinalIgnoreCase))
                return colon - scheme.Length;
        }

        return -1;
    }
}
