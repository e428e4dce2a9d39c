using System.Text;
using System.Text.Unicode;
using TelegramRest.BotApi;
using TelegramRest.Mapping.Text;

namespace TelegramRest.Mapping.Keyboards;

/// <summary>Buttons under a message. The first member in the order of <see cref="ToTl"/> says what a button does.</summary>
/// <remarks>https://core.telegram.org/bots/api#inlinekeyboardbutton</remarks>
internal static class InlineButtonMapper
{
    private const string Name = "inline keyboard button";

    public static bool IsLogin(InlineKeyboardButton button) =>
        button is { LoginUrl: not null, Url: null or "", CallbackData: null or "", CallbackGame: null, Pay: null, SwitchInlineQuery: null, SwitchInlineQueryChosenChat: null, SwitchInlineQueryCurrentChat: null };

    public static Tl.KeyboardButtonBase ToTl(InlineKeyboardButton button, KeyboardContext context)
    {
        var text = ButtonStyles.Caption(button.Text, Name);
        var style = ButtonStyles.ToTl(button.Style, button.IconCustomEmojiId);
        return button switch
        {
            { Url: { Length: > 0 } url } => ToUrl(url, text, style, context),
            { CallbackData: { Length: > 0 } data } => new Tl.KeyboardButtonCallback { Text = text, Style = style, Data = Encoding.UTF8.GetBytes(data) },
            { CallbackGame: not null } => new Tl.KeyboardButtonGame { Text = text, Style = style },
            { Pay: not null } => new Tl.KeyboardButtonBuy { Text = text, Style = style },
            { SwitchInlineQuery: { } query } => ToSwitch(query, text, style, null, context),
            { SwitchInlineQueryChosenChat: { } chosen } => ToSwitch(chosen.Query ?? "", text, style, PeerTypes(chosen), context),
            { SwitchInlineQueryCurrentChat: { } query } => context.IsChannel
                ? throw UselessInChannel("switch_inline_query_current_chat")
                : new Tl.KeyboardButtonSwitchInline { SamePeer = true, Text = text, Style = style, Query = TextCleaner.CleanLine(query) },
            { LoginUrl: { } login } => ToLogin(login, text, style, context),
            { WebApp: { } app } => new Tl.KeyboardButtonWebView
            {
                Text = text,
                Style = style,
                Url = ButtonStyles.SecureUrl(app.Url, Name + " Web App", "Link to a user can't be used in Web App URL buttons", context),
            },
            { CopyText: { } copy } => new Tl.KeyboardButtonCopy { Text = text, Style = style, CopyText = TextCleaner.CleanLine(copy.Text) },
            _ => throw BotApiException.BadRequest("can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard"),
        };
    }

    /// <returns>Null for buttons that only other clients understand.</returns>
    public static InlineKeyboardButton? ToBotApi(Tl.KeyboardButtonBase button) => button switch
    {
        Tl.KeyboardButtonUrl url => Button(url.Text, url.Style, url: url.Url),
        Tl.KeyboardButtonUrlAuth login => Button(login.Text, login.Style, url: login.Url),
        Tl.KeyboardButtonUserProfile user => Button(user.Text, user.Style, url: "tg://user?id=" + user.UserId.Text()),
        Tl.KeyboardButtonCallback callback => Button(callback.Text, callback.Style, data: Utf8.IsValid(callback.Data.Span) ? Encoding.UTF8.GetString(callback.Data.Span) : "INVALID"),
        Tl.KeyboardButtonGame game => Button(game.Text, game.Style, game: new CallbackGame()),
        Tl.KeyboardButtonBuy buy => Button(buy.Text, buy.Style, pay: true),
        Tl.KeyboardButtonWebView app => Button(app.Text, app.Style, app: new WebAppInfo { Url = app.Url }),
        Tl.KeyboardButtonCopy copy => Button(copy.Text, copy.Style, copy: new CopyTextButton { Text = copy.CopyText }),
        Tl.KeyboardButtonSwitchInline { SamePeer: true } same => Button(same.Text, same.Style, current: same.Query),
        Tl.KeyboardButtonSwitchInline { PeerTypes: null or [] } any => Button(any.Text, any.Style, query: any.Query),
        Tl.KeyboardButtonSwitchInline some => Button(some.Text, some.Style, chosen: Chosen(some)),
        _ => null,
    };

    private static Tl.KeyboardButtonBase ToUrl(string url, string text, Tl.KeyboardButtonStyle? style, KeyboardContext context)
    {
        if (TextLinks.UserId(url) is { } userId)
        {
            return new Tl.InputKeyboardButtonUserProfile { Text = text, Style = style, UserId = context.FindUser?.Invoke(userId) ?? new Tl.InputUserEmpty() };
        }

        return UrlNormalizer.TryNormalize(url, out var normalized, out var error)
            ? new Tl.KeyboardButtonUrl { Text = text, Style = style, Url = normalized }
            : throw BotApiException.BadRequest($"{Name} URL '{url}' is invalid: {error}");
    }

    private static Tl.InputKeyboardButtonUrlAuth ToLogin(LoginUrl login, string text, Tl.KeyboardButtonStyle? style, KeyboardContext context)
    {
        Tl.InputUserBase? bot = string.IsNullOrEmpty(login.BotUsername)
            ? new Tl.InputUserSelf()
            : context.FindBot?.Invoke(login.BotUsername) ?? throw BotApiException.BadRequest($"bot \"{login.BotUsername}\" not found");
        return new Tl.InputKeyboardButtonUrlAuth
        {
            Text = text,
            Style = style,
            Url = ButtonStyles.SecureUrl(login.Url, Name + " login", "Link to a user can't be used in login URL buttons", context),
            FwdText = login.ForwardText.OrNull(),
            RequestWriteAccess = login.RequestWriteAccess == true,
            Bot = bot,
        };
    }

    private static Tl.KeyboardButtonSwitchInline ToSwitch(string query, string text, Tl.KeyboardButtonStyle? style, Tl.InlineQueryPeerTypeBase[]? types, KeyboardContext context) =>
        context.IsChannel
            ? throw UselessInChannel("switch_inline_query")
            : new Tl.KeyboardButtonSwitchInline { Text = text, Style = style, Query = TextCleaner.CleanLine(query), PeerTypes = types };

    private static BotApiException UselessInChannel(string button) =>
        BotApiException.BadRequest($"can't use {button} button in a channel chat, because users will not be able to use the button without knowing bot's username");

    /// <returns>Null when all kinds of chats are allowed.</returns>
    private static Tl.InlineQueryPeerTypeBase[]? PeerTypes(SwitchInlineQueryChosenChat chosen)
    {
        const int all = 5;
        var types = TargetChatTypes.ToTl(chosen.AllowUserChats, chosen.AllowBotChats, chosen.AllowGroupChats, chosen.AllowChannelChats);
        return types.Length == all ? null : types;
    }

    private static SwitchInlineQueryChosenChat Chosen(Tl.KeyboardButtonSwitchInline button)
    {
        var types = button.PeerTypes ?? [];
        return new SwitchInlineQueryChosenChat
        {
            Query = button.Query,
            AllowUserChats = types.Any(type => type is Tl.InlineQueryPeerTypePM).OrNull(),
            AllowBotChats = types.Any(type => type is Tl.InlineQueryPeerTypeBotPM).OrNull(),
            AllowGroupChats = types.Any(type => type is Tl.InlineQueryPeerTypeChat or Tl.InlineQueryPeerTypeMegagroup).OrNull(),
            AllowChannelChats = types.Any(type => type is Tl.InlineQueryPeerTypeBroadcast).OrNull(),
        };
    }

    private static InlineKeyboardButton Button(
        string text,
        Tl.KeyboardButtonStyle? style,
        string? url = null,
        string? data = null,
        WebAppInfo? app = null,
        string? query = null,
        string? current = null,
        SwitchInlineQueryChosenChat? chosen = null,
        CopyTextButton? copy = null,
        CallbackGame? game = null,
        bool? pay = null) => new()
        {
            Text = text,
            Style = ButtonStyles.ToBotApi(style),
            IconCustomEmojiId = style?.Icon?.Text(),
            Url = url,
            CallbackData = data,
            WebApp = app,
            SwitchInlineQuery = query,
            SwitchInlineQueryCurrentChat = current,
            SwitchInlineQueryChosenChat = chosen,
            CopyText = copy,
            CallbackGame = game,
            Pay = pay,
        };
}
