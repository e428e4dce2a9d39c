using TelegramRest.Simulator.World.Business;
using TelegramRest.Simulator.World.Model;

namespace TelegramRest.Simulator.Rpc;

/// <summary>Keyboards under messages (https://core.telegram.org/api/bots/buttons): what is allowed in which, and input buttons in the form that receivers see.</summary>
internal sealed class MarkupRules(PeerResolver peers, Account me)
{
    private const int ButtonLimit = 300;
    private const int SizeLimit = 10_240;
    private const int DataLimit = 64;

    /// <exception cref="RpcError">REPLY_MARKUP_INVALID, REPLY_MARKUP_TOO_LONG, BUTTON_TYPE_INVALID, BUTTON_DATA_INVALID, BUTTON_URL_INVALID, BUTTON_TEXT_INVALID.</exception>
    public Tl.ReplyMarkupBase? Check(Tl.ReplyMarkupBase markup)
    {
        if (!me.IsBot && BusinessScope.Current is null)
            throw new RpcError(400, "REPLY_MARKUP_INVALID");
        var result = markup switch
        {
            Tl.ReplyInlineMarkup inline => Rows(inline.Rows, Inline) is { Length: > 0 } rows ? new Tl.ReplyInlineMarkup { Rows = rows } : null,
            Tl.ReplyKeyboardMarkup keyboard => Rows(keyboard.Rows, Reply) is { Length: > 0 } rows
                ? new Tl.ReplyKeyboardMarkup
                {
                    Resize = keyboard.Resize,
                    SingleUse = keyboard.SingleUse,
                    Selective = keyboard.Selective,
                    Persistent = keyboard.Persistent,
                    Rows = rows,
                    Placeholder = keyboard.Placeholder,
                }
                : throw new RpcError(400, "REPLY_MARKUP_INVALID"),
            _ => markup,
        };
        if (result is not null)
            CheckSize(result);
        return result;
    }

    private static void CheckSize(Tl.ReplyMarkupBase markup)
    {
        using var writer = new Tl.TlWriter();
        markup.Write(writer);
        if (writer.Length > SizeLimit)
            throw new RpcError(400, "REPLY_MARKUP_TOO_LONG");
    }

    private static Tl.KeyboardButtonRow[] Rows(Tl.KeyboardButtonRow[] rows, Func<Tl.KeyboardButtonBase, Tl.KeyboardButtonBase> check)
    {
        if (rows.Sum(row => row.Buttons.Length) > ButtonLimit)
            throw new RpcError(400, "REPLY_MARKUP_TOO_LONG");
        return [.. rows.Where(row => row.Buttons.Length > 0).Select(row => new Tl.KeyboardButtonRow { Buttons = [.. row.Buttons.Select(check)] })];
    }

    private Tl.KeyboardButtonBase Inline(Tl.KeyboardButtonBase button)
    {
        switch (button)
        {
            case Tl.KeyboardButtonCallback callback:
                Require(callback.Data.Length is > 0 and <= DataLimit, "BUTTON_DATA_INVALID");
                return Named(button, callback.Text);
            case Tl.KeyboardButtonUrl url:
                Require(IsUrl(url.Url), "BUTTON_URL_INVALID");
                return Named(button, url.Text);
            case Tl.KeyboardButtonWebView web:
                Require(web.Url.StartsWith("https://", StringComparison.OrdinalIgnoreCase), "BUTTON_URL_INVALID");
                return Named(button, web.Text);
            case Tl.InputKeyboardButtonUserProfile profile:
                var user = peers.TryUser(me, profile.UserId) ?? throw new RpcError(400, "BUTTON_USER_INVALID");
                return new Tl.KeyboardButtonUserProfile { Style = profile.Style, Text = profile.Text, UserId = user.Id };
            case Tl.InputKeyboardButtonUrlAuth auth:
                Require(IsUrl(auth.Url), "BUTTON_URL_INVALID");
                return new Tl.KeyboardButtonUrlAuth { Style = auth.Style, Text = auth.Text, FwdText = auth.FwdText, Url = auth.Url, ButtonId = 1 };
            case Tl.KeyboardButtonCopy copy:
                Require(copy.CopyText.Length is > 0 and <= 256, "BUTTON_COPY_TEXT_INVALID");
                return Named(button, copy.Text);
            case Tl.KeyboardButtonSwitchInline or Tl.KeyboardButtonGame or Tl.KeyboardButtonBuy:
                return button;
            default:
                throw new RpcError(400, "BUTTON_TYPE_INVALID");
        }
    }

    private static Tl.KeyboardButtonBase Reply(Tl.KeyboardButtonBase button) => button switch
    {
        Tl.KeyboardButton text => Named(button, text.Text),
        Tl.KeyboardButtonRequestPhone or Tl.KeyboardButtonRequestGeoLocation or Tl.KeyboardButtonRequestPoll or Tl.KeyboardButtonSimpleWebView => button,

        // Kept as the bot sent it: what it asks for is needed when somebody presses it.
        Tl.InputKeyboardButtonRequestPeer => button,
        Tl.KeyboardButtonRequestPeer request => new Tl.InputKeyboardButtonRequestPeer
        {
            Style = request.Style,
            Text = request.Text,
            ButtonId = request.ButtonId,
            PeerType = request.PeerType,
            MaxQuantity = request.MaxQuantity,
        },
        _ => throw new RpcError(400, "BUTTON_TYPE_INVALID"),
    };

    private static Tl.KeyboardButtonBase Named(Tl.KeyboardButtonBase button, string text)
    {
        Require(text.Trim().Length > 0, "BUTTON_TEXT_INVALID");
        return button;
    }

    private static bool IsUrl(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var uri) && (uri.Scheme is "http" or "https" or "tg" or "ton" or "tonsite") && uri.Host.Length > 0;

    private static void Require(bool condition, string error)
    {
        if (!condition)
            throw new RpcError(400, error);
    }
}
