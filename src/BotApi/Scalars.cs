using System.Globalization;

namespace TelegramRest.BotApi;

/// <summary>Reads scalar parameters the way bots have come to rely on: garbage is never an error.</summary>
public static class Scalars
{
    private const string Blank = " \t\r\n\0\v";

    /// <summary>An optional minus and leading digits; anything else ends the number, overflow wraps.</summary>
    public static long ToInt64(ReadOnlySpan<char> text)
    {
        var negative = text is ['-', ..];
        if (negative)
        {
            text = text[1..];
        }

        var value = 0UL;
        foreach (var character in text)
        {
            if (!char.IsAsciiDigit(character))
            {
                break;
            }

            value = unchecked((value * 10) + (ulong)(character - '0'));
        }

        return unchecked(negative ? -(long)value : (long)value);
    }

    /// <summary>As <see cref="ToInt64"/>, wrapped to 32 bits.</summary>
    public static int ToInt32(ReadOnlySpan<char> text) => unchecked((int)ToInt64(text));

    /// <summary>True for <c>true</c>, <c>yes</c> and <c>1</c> in any case; everything else is false.</summary>
    public static bool ToBoolean(ReadOnlySpan<char> text)
    {
        text = text.Trim(Blank);
        return text is "1"
            || text.Equals("true", StringComparison.OrdinalIgnoreCase)
            || text.Equals("yes", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>The longest leading decimal number; garbage is 0.</summary>
    public static double ToDouble(ReadOnlySpan<char> text)
    {
        text = text.Trim(Blank);
        var length = 0;
        while (length < text.Length && text[length] is (>= '0' and <= '9') or '.' or '-' or '+' or 'e' or 'E')
        {
            length++;
        }

        for (; length > 0; length--)
        {
            if (double.TryParse(text[..length], NumberStyles.Float, CultureInfo.InvariantCulture, out var value))
            {
                return double.IsFinite(value) ? value : 0;
            }
        }

        return 0;
    }

    /// <summary>Accepts only the one spelling that printing the number gives: no plus, no leading zeros, no blanks.</summary>
    public static bool TryCanonicalInt64(ReadOnlySpan<char> text, out long value) =>
        long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value)
        && text is not ['+', ..] and not ['-', '0', ..]
        && (text.Length == 1 || text is not ['0', ..])
        && text is not ['-', '0'];
}
