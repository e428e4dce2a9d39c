using System.Globalization;
using System.Text;

namespace TelegramRest.Mapping.Text;

/// <summary>Code points of a UTF-16 text.</summary>
internal static class Unicode
{
    /// <summary>No half of a surrogate pair stands alone.</summary>
    public static bool IsWellFormed(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i]))
                continue;
            if (!char.IsHighSurrogate(text[i]) || !char.IsLowSurrogate(text.At(i + 1)))
                return false;
            i++;
        }

        return true;
    }

    public static int CountCodePoints(string text)
    {
        var count = text.Length;
        foreach (var c in text)
        {
            if (char.IsLowSurrogate(c))
                count--;
        }

        return count;
    }

    /// <summary>The code point that starts at <paramref name="index"/>; 0 behind the end.</summary>
    public static int CodeAt(string text, int index) =>
        index >= text.Length ? 0 : Rune.TryGetRuneAt(text, index, out var rune) ? rune.Value : text[index];

    /// <summary>The code point that ends before <paramref name="index"/>; 0 at the start.</summary>
    public static int CodeBefore(string text, int index) =>
        index <= 0 ? 0 : index >= 2 && char.IsLowSurrogate(text[index - 1]) ? CodeAt(text, index - 2) : text[index - 1];

    public static int Width(int code) => code > 0xffff ? 2 : 1;

    public static bool IsLetter(int code) =>
        CharUnicodeInfo.GetUnicodeCategory(code) is UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter
            or UnicodeCategory.TitlecaseLetter or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter;

    public static bool IsDecimalDigit(int code) => CharUnicodeInfo.GetUnicodeCategory(code) == UnicodeCategory.DecimalDigitNumber;

    public static bool IsSeparator(int code) =>
        CharUnicodeInfo.GetUnicodeCategory(code) is UnicodeCategory.SpaceSeparator or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;

    /// <summary>A letter, any kind of number, or an underscore.</summary>
    public static bool IsWord(int code) =>
        code == '_' || IsLetter(code) || CharUnicodeInfo.GetUnicodeCategory(code)
            is UnicodeCategory.DecimalDigitNumber or UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber;
}
