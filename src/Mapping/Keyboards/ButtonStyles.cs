using TelegramRest.BotApi;
using TelegramRest.Mapping.Text;

namespace TelegramRest.Mapping.Keyboards;

/// <summary>Colour, icon and text, which all buttons have.</summary>
internal static class ButtonStyles
{
    public static Tl.KeyboardButtonStyle? ToTl(ButtonStyle? style, string? iconId)
    {
        var icon = Scalars.ToInt64(iconId);
        return style == null && icon == 0 ? null : new Tl.KeyboardButtonStyle
        {
            BgPrimary = style == ButtonStyle.Primary,
            BgDanger = style == ButtonStyle.Danger,
            BgSuccess = style == ButtonStyle.Success,
            Icon = icon.OrNull(),
        };
    }

    public static ButtonStyle? ToBotApi(Tl.KeyboardButtonStyle? style) => style switch
    {
        { BgPrimary: true } => ButtonStyle.Primary,
        { BgDanger: true } => ButtonStyle.Danger,
        { BgSuccess: true } => ButtonStyle.Success,
        _ => null,
    };

    /// <param name="text">The button's text.</param>
    /// <param name="what">How errors name the button.</param>
    /// <exception cref="BotApiException">400: nothing is left of the text, or it is broken.</exception>
    public static string Caption(string text, string what)
    {
        if (!Unicode.IsWellFormed(text))
            throw BotApiException.BadRequest(what + " text must be encoded in UTF-8");
        var clean = TextCleaner.CleanLine(text);
        return clean.Length != 0 ? clean : throw BotApiException.BadRequest(what + " text must be non-empty");
    }

    /// <summary>Checks the URL of a web app or login button.</summary>
    /// <exception cref="BotApiException">400: <c><paramref name="what"/> URL '…' is invalid: …</c></exception>
    public static string SecureUrl(string url, string what, string userLinkError, KeyboardContext context)
    {
        if (TextLinks.UserId(url) != null)
            throw BotApiException.BadRequest(userLinkError);
        return UrlNormalizer.TryNormalize(url, out var normalized, out var error, httpOnly: true, httpsOnly: !context.IsTest)
            ? normalized
            : throw BotApiException.BadRequest($"{what} URL '{url}' is invalid: {error}");
    }
}
