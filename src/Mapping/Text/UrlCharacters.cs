namespace TelegramRest.Mapping.Text;

/// <summary>Which characters may stand where in a link that stands in running text.</summary>
internal static class UrlCharacters
{
    private const string BadAtPathEnd = ".:;,('?!`";

    /// <summary>Anything but spaces and most of general punctuation.</summary>
    public static bool IsUnicode(int code) =>
        code is >= 0x2000 and <= 0x206f ? code is 0x200c or 0x200d or (>= 0x2010 and <= 0x2015) : !Unicode.IsSeparator(code);

    public static bool IsPath(int code) => code is not ('\n' or '<' or '>' or '"' or 0xab or 0xbb) && IsUnicode(code);

    public static bool IsUserInfo(int code) =>
        code is not ('\n' or '/' or '[' or ']' or '{' or '}' or '(' or ')' or '\'' or '`' or '<' or '>' or '"' or '@' or 0xab or 0xbb) && IsUnicode(code);

    public static bool IsDomain(int code) => code < 0xc0 ? code is '.' or '~' || IsName(code) : IsUnicode(code);

    public static bool IsName(int code) => code < 0x80 && (char.IsAsciiLetterOrDigit((char)code) || code is '_' or '-');

    /// <summary>Beyond ASCII all is taken, so that a scheme with such letters is seen whole and refused.</summary>
    public static bool IsScheme(int code) =>
        code < 0x80 ? char.IsAsciiLetterOrDigit((char)code) || code is '+' or '-' : !Unicode.IsSeparator(code);

    public static bool IsBadAtPathEnd(char c) => BadAtPathEnd.Contains(c);

    /// <summary>Reads path, query and fragment that start at <paramref name="index"/>, if any do, without the punctuation of the sentence around.</summary>
    public static int EndOfPath(string text, int index)
    {
        if (text.At(index) is not ('/' or '?' or '#'))
            return index;

        var end = index + 1;
        while (end < text.Length && Unicode.CodeAt(text, end) is var code && IsPath(code))
            end += Unicode.Width(code);
        while (end > index + 1 && IsBadAtPathEnd(text[end - 1]))
            end--;
        return text[index] == '/' || end > index + 1 ? end : index;
    }

    /// <summary>Walks back over characters that <paramref name="belongs"/>, not beyond <paramref name="limit"/>.</summary>
    public static int WalkBack(string text, int index, int limit, Func<int, bool> belongs)
    {
        while (index > limit && Unicode.CodeBefore(text, index) is var code && belongs(code))
            index -= Unicode.Width(code);
        return index;
    }
}
