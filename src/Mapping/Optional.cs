namespace TelegramRest.Mapping;

/// <summary>Values that are left out of the answer when they say nothing.</summary>
internal static class Optional
{
    public static bool? OrNull(this bool value) => value ? true : null;

    public static string? OrNull(this string? value) => string.IsNullOrEmpty(value) ? null : value;

    public static int? OrNull(this int value) => value == 0 ? null : value;

    public static long? OrNull(this long value) => value == 0 ? null : value;

    public static T[]? OrNull<T>(this T[]? values) => values is { Length: > 0 } ? values : null;

    public static string Text(this long value) => value.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
