using TelegramRest.BotApi;

namespace TelegramRest.Mapping;

/// <summary>Users and bots.</summary>
/// <remarks>https://core.telegram.org/bots/api#user</remarks>
public static class UserMapper
{
    /// <summary>A user that nothing is known of has an empty name.</summary>
    public static User ToBotApi(long userId, PeerIndex peers) =>
        peers.TryGetUser(userId, out var user) ? ToBotApi(user, peers.ForPerson) : WellKnown(userId) ?? new User { Id = userId, IsBot = false, FirstName = "" };

    public static User ToBotApi(Tl.User user) => ToBotApi(user, forPerson: false);

    /// <param name="user">The user.</param>
    /// <param name="forPerson">The one who asks is a person, who sees more than a bot does.</param>
    public static User ToBotApi(Tl.User user, bool forPerson) => new()
    {
        Id = user.Id,
        IsBot = user.Bot,
        FirstName = user.FirstName ?? "",
        LastName = user.LastName.OrNull(),
        Username = Username(user),
        LanguageCode = user.LangCode.OrNull(),
        IsPremium = user.Premium.OrNull(),
        AddedToAttachmentMenu = user.AttachMenuEnabled.OrNull(),
        IsDeleted = user.Deleted.OrNull(),
        IsVerified = forPerson ? user.Verified.OrNull() : null,
        IsScam = forPerson ? user.Scam.OrNull() : null,
        IsFake = forPerson ? user.Fake.OrNull() : null,
        UserStatus = forPerson ? Status(user) : null,
        LastSeen = forPerson ? LastSeen(user) : null,
    };

    /// <summary>The account's own user as getMe shows it: for bots with all that the bot may do.</summary>
    public static User Me(Tl.User self) => new()
    {
        Id = self.Id,
        IsBot = self.Bot,
        FirstName = self.FirstName ?? "",
        LastName = self.LastName.OrNull(),
        Username = Username(self),
        LanguageCode = self.LangCode.OrNull(),
        IsPremium = self.Premium.OrNull(),
        AddedToAttachmentMenu = self.AttachMenuEnabled.OrNull(),
        CanJoinGroups = self.Bot ? !self.BotNochats : null,
        CanReadAllGroupMessages = self.Bot ? self.BotChatHistory : null,
        SupportsInlineQueries = self.Bot ? self.BotInlinePlaceholder != null : null,
        CanConnectToBusiness = self.Bot ? self.BotBusiness : null,
        HasMainWebApp = self.Bot ? self.BotHasMainApp : null,
        HasTopicsEnabled = self.Bot ? self.BotForumView : null,
        AllowsUsersToCreateTopics = self.Bot ? self.BotForumCanManageTopics : null,
        SupportsGuestQueries = self.Bot ? self.BotGuestchat : null,
        SupportsJoinRequestQueries = self.Bot ? self.BotGuard : null,
        CanManageBots = self.Bot ? self.BotCanManageBots : null,
        IsDeleted = self.Deleted.OrNull(),
    };

    /// <summary>The first active name, without @.</summary>
    public static string? Username(Tl.User user) => Usernames.First(user.Username, user.Usernames);

    internal static UserStatus? Status(Tl.User user) => user.Status switch
    {
        Tl.UserStatusOnline => UserStatus.Online,
        Tl.UserStatusOffline => UserStatus.Offline,
        Tl.UserStatusRecently => UserStatus.Recently,
        Tl.UserStatusLastWeek => UserStatus.Week,
        Tl.UserStatusLastMonth => UserStatus.Month,
        _ => UserStatus.Empty,
    };

    internal static int? LastSeen(Tl.User user) => user.Status is Tl.UserStatusOffline offline ? offline.WasOnline : null;

    /// <summary>Users that stand for Telegram itself and are named in messages whether or not Telegram describes them.</summary>
    private static User? WellKnown(long userId)
    {
        if (userId == ChatIds.ServiceUserId)
            return new User { Id = userId, IsBot = false, FirstName = "Telegram" };
        if (userId == ChatIds.GroupAnonymousBot(isTest: false) || userId == ChatIds.GroupAnonymousBot(isTest: true))
            return new User { Id = userId, IsBot = true, FirstName = "Group", Username = "GroupAnonymousBot" };
        if (userId == ChatIds.ChannelBot(isTest: false) || userId == ChatIds.ChannelBot(isTest: true))
            return new User { Id = userId, IsBot = true, FirstName = "Channel", Username = "Channel_Bot" };
        return null;
    }
}
