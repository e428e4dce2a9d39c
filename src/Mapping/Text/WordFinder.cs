namespace TelegramRest.Mapping.Text;

/// <summary>Finds <c>@mentions</c> and <c>/commands</c>.</summary>
internal static class WordFinder
{
    public static void AddMentions(string text, List<TextEntity> found)
    {
        for (var i = text.IndexOf('@'); i >= 0; i = Next(text, '@', i))
        {
            if (Unicode.IsWord(Unicode.CodeBefore(text, i)))
                continue;

            var start = i + 1;
            var end = EndOfName(text, start);
            var length = end - start;
            var at = i;
            i = Math.Max(i, end - 1);
            if (length is < 2 or > 32 || Unicode.IsWord(Unicode.CodeAt(text, end)))
                continue;
            if (length >= 4 || IsKnownShortName(text.AsSpan(start, length)))
                found.Add(new TextEntity(TextEntityType.Mention, at, end - at));
        }
    }

    public static void AddBotCommands(string text, List<TextEntity> found)
    {
        for (var i = text.IndexOf('/'); i >= 0; i = Next(text, '/', i))
        {
            if (Sticks(Unicode.CodeBefore(text, i)))
                continue;

            var slash = i;
            var end = EndOfName(text, slash + 1);
            var length = end - slash - 1;
            i = Math.Max(i, end - 1);
            if (length is < 1 or > 64)
                continue;

            if (text.At(end) == '@')
            {
                var nameEnd = EndOfName(text, end + 1);
                if (nameEnd - end - 1 is < 3 or > 32)
                    continue;
                end = nameEnd;
                i = end - 1;
            }

            if (!Sticks(Unicode.CodeAt(text, end)))
                found.Add(new TextEntity(TextEntityType.BotCommand, slash, end - slash));
        }

        // What a command may not touch: words, and the signs of paths and tags.
        static bool Sticks(int code) => code is '/' or '<' or '>' || Unicode.IsWord(code);
    }

    public static int EndOfName(string text, int index)
    {
        while (char.IsAsciiLetterOrDigit(text.At(index)) || text.At(index) == '_')
            index++;
        return index;
    }

    public static int Next(string text, char sign, int after) => after + 1 >= text.Length ? -1 : text.IndexOf(sign, after + 1);

    private static bool IsKnownShortName(ReadOnlySpan<char> name)
    {
        foreach (var known in (ReadOnlySpan<string>)["gif", "nft", "pic", "ufc", "vid"])
        {
            if (name.Equals(known, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }
}
