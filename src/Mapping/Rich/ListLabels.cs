using System.Globalization;

namespace TelegramRest.Mapping.Rich;

/// <summary>What stands before an item of a numbered list.</summary>
/// <remarks>https://core.telegram.org/bots/api#richblocklistitem</remarks>
internal static class ListLabels
{
    private const int MaxRoman = 3999;

    private static readonly (int Value, string Digits)[] _roman =
    [
        (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
    ];

    /// <param name="number">Of the item.</param>
    /// <param name="type"><c>a</c>, <c>A</c>, <c>i</c> or <c>I</c>; anything else counts in decimals, as do numbers that letters cannot say.</param>
    public static string Of(int number, string? type)
    {
        var label = type switch
        {
            "a" when number > 0 => Letters(number),
            "A" when number > 0 => Letters(number).ToUpperInvariant(),
            "i" when number is > 0 and <= MaxRoman => Roman(number),
            "I" when number is > 0 and <= MaxRoman => Roman(number).ToUpperInvariant(),
            _ => number.ToString(CultureInfo.InvariantCulture),
        };
        return label + ".";
    }

    private static string Letters(int number)
    {
        var letters = "";
        for (; number > 0; number = (number - 1) / 26)
            letters = (char)('a' + ((number - 1) % 26)) + letters;
        return letters;
    }

    private static string Roman(int number)
    {
        var digits = "";
        foreach (var (value, text) in _roman)
        {
            for (; number >= value; number -= value)
                digits += text;
        }

        return digits;
    }
}
