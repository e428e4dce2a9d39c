using System.Globalization;
using System.Text;
using TelegramRest.BotApi;

namespace TelegramRest.Mapping.Text;

/// <summary>Errors of text and markup.</summary>
internal static class TextErrors
{
    /// <summary>Markup that cannot be read.</summary>
    public static BotApiException Unparsable(string reason) => BotApiException.BadRequest("can't parse entities: " + reason);

    /// <summary>Markup that cannot be read, with the place counted in bytes of the UTF-8 text, as callers expect it.</summary>
    public static BotApiException Unparsable(string reason, string text, int position) =>
        Unparsable(string.Create(CultureInfo.InvariantCulture, $"{reason} at byte offset {ByteOffset(text, position)}"));

    public static int ByteOffset(string text, int position) => Encoding.UTF8.GetByteCount(text.AsSpan(0, Math.Min(position, text.Length)));
}
