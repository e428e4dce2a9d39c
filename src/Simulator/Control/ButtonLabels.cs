namespace TelegramRest.Simulator.Control;

/// <summary>The labels of inline buttons, by row.</summary>
internal static class ButtonLabels
{
    public static string[][]? Of(Tl.ReplyMarkupBase? markup) => markup is Tl.ReplyInlineMarkup inline ? [.. inline.Rows.Select(row => row.Buttons.Select(Label).ToArray())] : null;

    private static string Label(Tl.KeyboardButtonBase button) => button switch
    {
        Tl.KeyboardButtonCallback callback => callback.Text,
        Tl.KeyboardButtonUrl url => url.Text,
        Tl.KeyboardButtonSwitchInline inline => inline.Text,
        Tl.KeyboardButtonWebView app => app.Text,
        Tl.KeyboardButtonCopy copy => copy.Text,
        _ => button.GetType().Name,
    };
}
