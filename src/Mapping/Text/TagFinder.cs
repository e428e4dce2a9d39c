namespace TelegramRest.Mapping.Text;

/// <summary>Finds <c>#hashtags</c> and <c>$CASHTAGS</c>, each with an optional <c>@username</c> behind.</summary>
internal static class TagFinder
{
    private const int MaxHashtagLength = 256;
    private const int MaxCashtagLength = 8;

    public static void AddHashtags(string text, List<TextEntity> found)
    {
        for (var i = text.IndexOf('#'); i >= 0; i = WordFinder.Next(text, '#', i))
        {
            if (IsTagLetter(Unicode.CodeBefore(text, i)))
                continue;

            var hash = i;
            var (end, cut, hasLetter) = ReadHashtag(text, hash + 1);
            i = Math.Max(i, end - 1);
            if (end == hash + 1)
                continue;

            if (cut == end && EndOfUsername(text, end) is { } nameEnd)
            {
                cut = end = nameEnd;
                i = end - 1;
            }

            if (hasLetter && text.At(end) != '#')
                found.Add(new TextEntity(TextEntityType.Hashtag, hash, cut - hash));
        }
    }

    public static void AddCashtags(string text, List<TextEntity> found)
    {
        for (var i = text.IndexOf('$'); i >= 0; i = WordFinder.Next(text, '$', i))
        {
            if (Sticks(Unicode.CodeBefore(text, i)))
                continue;

            var dollar = i;
            var end = dollar + 1;
            if (text.AsSpan(end).StartsWith("1INCH"))
            {
                end += 5;
            }
            else
            {
                while (char.IsAsciiLetterUpper(text.At(end)))
                    end++;
            }

            i = Math.Max(i, end - 1);
            if (end - dollar - 1 is < 1 or > MaxCashtagLength)
                continue;

            if (EndOfUsername(text, end) is { } nameEnd)
            {
                end = nameEnd;
                i = end - 1;
            }

            if (!Sticks(Unicode.CodeAt(text, end)))
                found.Add(new TextEntity(TextEntityType.Cashtag, dollar, end - dollar));
        }

        static bool Sticks(int code) => code == '$' || IsTagLetter(code);
    }

    /// <returns>The end of all tag letters, the end of the tag (which has a greatest length), and whether it is more than digits.</returns>
    private static (int End, int Cut, bool HasLetter) ReadHashtag(string text, int start)
    {
        var end = start;
        var cut = -1;
        var count = 0;
        var hasLetter = false;
        while (end < text.Length && Unicode.CodeAt(text, end) is var code && IsTagLetter(code))
        {
            end += Unicode.Width(code);
            if (count == MaxHashtagLength)
                continue;
            count++;
            hasLetter |= Unicode.IsLetter(code);
            if (count == MaxHashtagLength)
                cut = end;
        }

        return (end, cut < 0 ? end : cut, hasLetter);
    }

    private static int? EndOfUsername(string text, int index)
    {
        if (text.At(index) != '@')
            return null;
        var end = WordFinder.EndOfName(text, index + 1);
        return end - index - 1 is >= 3 and <= 32 ? end : null;
    }

    /// <summary>Letters and digits of all scripts, the joiner and the middle dot of some, and Sinhala's marks.</summary>
    private static bool IsTagLetter(int code) =>
        code is '_' or 0x200c or 0xb7 or (>= 0xd80 and <= 0xdff) || (code != 0 && (Unicode.IsLetter(code) || Unicode.IsDecimalDigit(code)));
}
