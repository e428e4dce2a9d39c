namespace TelegramRest.Mapping.Text;

/// <summary>Characters of a text, with NUL standing behind its end, so that parsers look ahead without range checks.</summary>
internal static class MarkupText
{
    public static char At(this string text, int index) => (uint)index < (uint)text.Length ? text[index] : '\0';

    /// <summary>NUL counts as space: the end of the text ends every token.</summary>
    public static bool IsSpace(char c) => c is ' ' or '\t' or '\r' or '\n' or '\0' or '\v';

    /// <summary>The three characters of a code fence stand at <paramref name="index"/>.</summary>
    public static bool IsFence(this string text, int index) => text.At(index) == '`' && text.At(index + 1) == '`' && text.At(index + 2) == '`';

    /// <summary>Reads what may follow an opening fence: a language, then one line break.</summary>
    /// <returns>The language, or "", and the position of the first character of code.</returns>
    public static (string Language, int Start) ReadFenceHeader(this string text, int index)
    {
        var end = index;
        while (!IsSpace(text.At(end)) && text.At(end) != '`')
            end++;

        var language = "";
        if (end != index && end < text.Length && text[end] != '`')
        {
            language = text[index..end];
            index = end;
        }

        if (text.At(index) is '\n' or '\r')
            index += text.At(index + 1) is '\n' or '\r' && text.At(index) != text.At(index + 1) ? 2 : 1;
        return (language, index);
    }
}
