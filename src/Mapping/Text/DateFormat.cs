namespace TelegramRest.Mapping.Text;

/// <summary>The parts of a formatted date.</summary>
[Flags]
public enum DateFormat
{
    None = 0,
    Relative = 1,
    ShortTime = 2,
    LongTime = 4,
    ShortDate = 8,
    LongDate = 16,
    DayOfWeek = 32,
}
