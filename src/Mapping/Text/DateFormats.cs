using System.Text;
using TelegramRest.BotApi;

namespace TelegramRest.Mapping.Text;

/// <summary>Date formats as letters: <c>r</c> alone, or any of <c>t T d D w</c>.</summary>
internal static class DateFormats
{
    /// <exception cref="BotApiException">A letter that means nothing.</exception>
    public static DateFormat Parse(string letters) =>
        TryParse(letters, out var format) ? format : throw TextErrors.Unparsable("Invalid date format used");

    public static bool TryParse(string letters, out DateFormat format)
    {
        format = letters is "r" or "R" ? DateFormat.Relative : DateFormat.None;
        if (format == DateFormat.Relative)
            return true;

        foreach (var letter in letters)
        {
            switch (letter)
            {
                case 't': format |= DateFormat.ShortTime; break;
                case 'T': format |= DateFormat.LongTime; break;
                case 'd': format |= DateFormat.ShortDate; break;
                case 'D': format |= DateFormat.LongDate; break;
                case 'w' or 'W': format |= DateFormat.DayOfWeek; break;
                default: return false;
            }
        }

        return true;
    }

    /// <returns>Null for the default form.</returns>
    public static string? ToLetters(DateFormat format)
    {
        if (format.HasFlag(DateFormat.Relative))
            return "r";

        var letters = new StringBuilder(3);
        if (format.HasFlag(DateFormat.DayOfWeek))
            letters.Append('w');
        if (format.HasFlag(DateFormat.ShortDate))
            letters.Append('d');
        else if (format.HasFlag(DateFormat.LongDate))
            letters.Append('D');
        if (format.HasFlag(DateFormat.ShortTime))
            letters.Append('t');
        else if (format.HasFlag(DateFormat.LongTime))
            letters.Append('T');
        return letters.Length == 0 ? null : letters.ToString();
    }
}
