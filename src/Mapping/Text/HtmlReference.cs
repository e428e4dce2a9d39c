using System.Globalization;
using System.Text;

namespace TelegramRest.Mapping.Text;

/// <summary>Character references: <c>&amp;lt; &amp;gt; &amp;amp; &amp;quot;</c>, decimal and hexadecimal. The semicolon may be missing.</summary>
internal static class HtmlReference
{
    /// <summary>The longest numeric reference, with its ampersand and without a semicolon.</summary>
    private const int MaxNumericLength = 9;

    /// <param name="text">The source.</param>
    /// <param name="position">Of the ampersand; behind the reference when one was read.</param>
    /// <param name="code">A code point, or half of a surrogate pair.</param>
    public static bool TryRead(string text, ref int position, out int code)
    {
        var end = position + 1;
        if (text.At(end) == '#')
            code = ReadNumber(text, position, ref end);
        else
            code = ReadName(text, ref end);
        if (code == 0)
            return false;

        position = text.At(end) == ';' ? end + 1 : end;
        return true;
    }

    public static void Append(StringBuilder target, int code)
    {
        if (code <= 0xffff)
            target.Append((char)code);
        else
            target.Append(char.ConvertFromUtf32(code));
    }

    private static int ReadNumber(string text, int position, ref int end)
    {
        var isHex = text.At(end + 1) == 'x';
        var start = end + (isHex ? 2 : 1);
        end = start;
        while (isHex ? char.IsAsciiHexDigit(text.At(end)) : char.IsAsciiDigit(text.At(end)))
            end++;
        if (end == start || end - position > MaxNumericLength)
            return 0;

        var code = int.Parse(text.AsSpan(start, end - start), isHex ? NumberStyles.AllowHexSpecifier : NumberStyles.None, CultureInfo.InvariantCulture);
        return code < 0x10ffff ? code : 0;
    }

    private static int ReadName(string text, ref int end)
    {
        var start = end;
        while (char.IsAsciiLetter(text.At(end)))
            end++;
        return text.AsSpan(start, end - start) switch
        {
            "lt" => '<',
            "gt" => '>',
            "amp" => '&',
            "quot" => '"',
            _ => 0,
        };
    }
}
