namespace TelegramRest.Simulator.World;

/// <summary>Keyboards as receivers see them: what a button asks for is the bot's business and the server's.</summary>
internal static class MarkupPainter
{
    public static Tl.ReplyMarkupBase? Shown(Tl.ReplyMarkupBase? markup)
    {
        if (markup is not Tl.ReplyKeyboardMarkup keyboard || !keyboard.Rows.Any(row => row.Buttons.Any(button => button is Tl.InputKeyboardButtonRequestPeer)))
            return markup;
        return new Tl.ReplyKeyboardMarkup
        {
            Resize = keyboard.Resize,
            SingleUse = keyboard.SingleUse,
            Selective = keyboard.Selective,
            Persistent = keyboard.Persistent,
            Rows = [.. keyboard.Rows.Select(row => new Tl.KeyboardButtonRow { Buttons = [.. row.Buttons.Select(Shown)] })],
            Placeholder = keyboard.Placeholder,
        };
    }

    public static Tl.KeyboardButtonBase Shown(Tl.KeyboardButtonBase button) => button is Tl.InputKeyboardButtonRequestPeer request
        ? new Tl.KeyboardButtonRequestPeer { Style = request.Style, Text = request.Text, ButtonId = request.ButtonId, PeerType = request.PeerType, MaxQuantity = request.MaxQuantity }
        : button;
}
