using TelegramRest.BotApi;
using TelegramRest.Mapping.Chats;

namespace TelegramRest.Mapping.Keyboards;

/// <summary>Buttons of a reply keyboard. The first member in the order of <see cref="ToTl"/> says what a button does; none makes it text.</summary>
/// <remarks>https://core.telegram.org/bots/api#keyboardbutton</remarks>
internal static class KeyboardButtonMapper
{
    private const string Name = "keyboard button";

    public static Tl.KeyboardButtonBase ToTl(KeyboardButton button, KeyboardContext context)
    {
        var text = ButtonStyles.Caption(button.Text, Name);
        var style = ButtonStyles.ToTl(button.Style, button.IconCustomEmojiId);
        switch (button)
        {
            case { RequestContact: true }:
                NeedPrivate("phone number can be");
                return new Tl.KeyboardButtonRequestPhone { Text = text, Style = style };
            case { RequestLocation: true }:
                NeedPrivate("location can be");
                return new Tl.KeyboardButtonRequestGeoLocation { Text = text, Style = style };
            case { RequestPoll: { } poll }:
                NeedPrivate("poll can be");
                return new Tl.KeyboardButtonRequestPoll { Text = text, Style = style, Quiz = poll.Type == null ? null : poll.Type == PollType.Quiz };
            case { WebApp: { } app }:
                if (!context.IsPrivateChat)
                    throw BotApiException.BadRequest("Web App buttons can be used in private chats only");
                ButtonStyles.SecureUrl(app.Url, Name + " Web App", "Link to a user can't be used in Web App URL buttons", context);
                return new Tl.KeyboardButtonSimpleWebView { Text = text, Style = style, Url = app.Url };
            case { RequestUsers: { } users }:
                NeedPrivate("users can be");
                return Requested(users.RequestId, UserType(users), users.MaxQuantity ?? 1, users.RequestName, users.RequestUsername, users.RequestPhoto);
            case { RequestChat: { } chat }:
                NeedPrivate("chats can be");
                return Requested(chat.RequestId, ChatType(chat), 1, chat.RequestTitle, chat.RequestUsername, chat.RequestPhoto);
            case { RequestManagedBot: { } bot }:
                NeedPrivate("managed bots can be");
                return Requested(bot.RequestId, BotType(bot), 1, null, null, null);
            default:
                return new Tl.KeyboardButton { Text = text, Style = style };
        }

        void NeedPrivate(string what)
        {
            if (!context.IsPrivateChat)
                throw BotApiException.BadRequest(what + " requested in private chats only");
        }

        Tl.InputKeyboardButtonRequestPeer Requested(int id, Tl.RequestPeerTypeBase type, int max, bool? name, bool? username, bool? photo) => new()
        {
            Text = text,
            Style = style,
            ButtonId = id,
            PeerType = type,
            MaxQuantity = max,
            NameRequested = name == true,
            UsernameRequested = username == true,
            PhotoRequested = photo == true,
        };
    }

    private static Tl.RequestPeerTypeUser UserType(KeyboardButtonRequestUsers users) => new() { Bot = users.UserIsBot, Premium = users.UserIsPremium };

    private static Tl.RequestPeerTypeBase ChatType(KeyboardButtonRequestChat chat)
    {
        var userRights = chat.UserAdministratorRights == null ? null : AdministratorRightsMapper.ToTl(chat.UserAdministratorRights);
        var botRights = chat.BotAdministratorRights == null ? null : AdministratorRightsMapper.ToTl(chat.BotAdministratorRights);
        return chat.ChatIsChannel
            ? new Tl.RequestPeerTypeBroadcast
            {
                Creator = chat.ChatIsCreated == true,
                HasUsername = chat.ChatHasUsername,
                UserAdminRights = userRights,
                BotAdminRights = botRights,
            }
            : new Tl.RequestPeerTypeChat
            {
                Creator = chat.ChatIsCreated == true,
                BotParticipant = chat.BotIsMember == true,
                HasUsername = chat.ChatHasUsername,
                Forum = chat.ChatIsForum,
                UserAdminRights = userRights,
                BotAdminRights = botRights,
            };
    }

    private static Tl.RequestPeerTypeCreateBot BotType(KeyboardButtonRequestManagedBot bot) => new()
    {
        BotManaged = true,
        SuggestedName = bot.SuggestedName.OrNull(),
        SuggestedUsername = bot.SuggestedUsername.OrNull(),
    };
}
