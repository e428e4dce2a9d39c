using TelegramRest.BotApi;

namespace TelegramRest.Mapping.Keyboards;

/// <summary>What hangs under a message: inline buttons, a keyboard, its removal, or the wish for a reply.</summary>
/// <remarks>https://core.telegram.org/bots/api#replykeyboardmarkup</remarks>
public static class ReplyMarkupMapper
{
    private const int MaxButtonsInRow = 12;
    private const int MaxButtons = 300;

    /// <summary>Of received messages only inline keyboards are shown.</summary>
    public static InlineKeyboardMarkup? ToBotApi(Tl.ReplyMarkupBase? markup)
    {
        if (markup is not Tl.ReplyInlineMarkup inline)
            return null;

        var rows = inline.Rows
            .Select(row => row.Buttons.Select(InlineButtonMapper.ToBotApi).OfType<InlineKeyboardButton>().ToArray())
            .Where(row => row.Length != 0)
            .ToArray();
        return rows.Length == 0 ? null : new InlineKeyboardMarkup { InlineKeyboard = rows };
    }

    /// <returns>Null for no markup, which an empty keyboard also is.</returns>
    /// <exception cref="BotApiException">400: a button that cannot be, or not here.</exception>
    public static Tl.ReplyMarkupBase? ToTl(ReplyMarkup? markup, KeyboardContext context)
    {
        if (markup is not (null or InlineKeyboardMarkup) && context.IsChannel)
            throw BotApiException.BadRequest("inline keyboard expected");

        return markup switch
        {
            null => null,
            InlineKeyboardMarkup inline => Rows(inline.InlineKeyboard, button => IsBlank(button.Text, button.IconCustomEmojiId), button => InlineButtonMapper.ToTl(button, context)) is { } rows
                ? new Tl.ReplyInlineMarkup { Rows = rows }
                : null,
            ReplyKeyboardMarkup keyboard => Rows(keyboard.Keyboard, button => IsBlank(button.Text, button.IconCustomEmojiId), button => KeyboardButtonMapper.ToTl(button, context)) is { } rows
                ? new Tl.ReplyKeyboardMarkup
                {
                    Rows = rows,
                    Resize = keyboard.ResizeKeyboard == true,
                    SingleUse = keyboard.OneTimeKeyboard == true,
                    Persistent = keyboard.IsPersistent == true,
                    Selective = keyboard.Selective == true && !context.IsPrivateChat,
                    Placeholder = keyboard.InputFieldPlaceholder.OrNull(),
                }
                : null,
            ReplyKeyboardRemove remove => new Tl.ReplyKeyboardHide { Selective = remove.Selective == true && !context.IsPrivateChat },
            ForceReply force => new Tl.ReplyKeyboardForceReply
            {
                SingleUse = true,
                Selective = force.Selective == true && !context.IsPrivateChat,
                Placeholder = force.InputFieldPlaceholder.OrNull(),
            },
            _ => throw new InvalidOperationException($"{markup.GetType().Name} is not a known markup."),
        };
    }

    /// <summary>A button by itself, to be shown by a web app.</summary>
    /// <exception cref="BotApiException">400: a button that cannot be.</exception>
    public static Tl.KeyboardButtonBase ToTl(KeyboardButton button, KeyboardContext context) => KeyboardButtonMapper.ToTl(button, context);

    /// <summary>Usernames of other bots that login buttons name; they must be found before <see cref="ToTl"/>.</summary>
    public static IEnumerable<string> BotUsernames(ReplyMarkup? markup) => Buttons(markup)
        .Where(InlineButtonMapper.IsLogin)
        .Select(button => button.LoginUrl!.BotUsername)
        .OfType<string>()
        .Where(name => name.Length != 0)
        .Distinct(StringComparer.OrdinalIgnoreCase);

    /// <summary>Users that buttons link to; they must be found before <see cref="ToTl"/>.</summary>
    public static IEnumerable<long> UserIds(ReplyMarkup? markup) =>
        Buttons(markup).Select(button => Text.TextLinks.UserId(button.Url ?? "")).OfType<long>().Distinct();

    private static IEnumerable<InlineKeyboardButton> Buttons(ReplyMarkup? markup) =>
        markup is InlineKeyboardMarkup inline ? inline.InlineKeyboard.SelectMany(row => row) : [];

    private static bool IsBlank(string text, string? iconId) => text.Length == 0 && Scalars.ToInt64(iconId) == 0;

    private static Tl.KeyboardButtonRow[]? Rows<T>(T[][] rows, Func<T, bool> isBlank, Func<T, Tl.KeyboardButtonBase> map)
    {
        var mapped = new List<Tl.KeyboardButtonRow>(rows.Length);
        var left = MaxButtons;
        foreach (var row in rows)
        {
            var buttons = row.Where(button => !isBlank(button)).Take(Math.Min(MaxButtonsInRow, left)).Select(map).ToArray();
            if (buttons.Length != 0)
                mapped.Add(new Tl.KeyboardButtonRow { Buttons = buttons });
            left -= buttons.Length;
        }

        return mapped.Count == 0 ? null : [.. mapped];
    }
}
