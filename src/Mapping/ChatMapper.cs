using TelegramRest.BotApi;
using TelegramRest.Mapping.Chats;

namespace TelegramRest.Mapping;

/// <summary>Chats of all kinds, as messages refer to them.</summary>
/// <remarks>https://core.telegram.org/bots/api#chat</remarks>
public static class ChatMapper
{
    /// <summary>A chat that nothing is known of has its id and kind, and an empty name.</summary>
    public static Chat ToBotApi(Tl.PeerBase peer, PeerIndex peers)
    {
        if (peer is Tl.PeerUser user)
        {
            return peers.TryGetUser(user.UserId, out var known)
                ? ToBotApi(known, peers.ForPerson)
                : new Chat { Id = user.UserId, Type = ChatType.Private, FirstName = UserMapper.ToBotApi(user.UserId, peers).FirstName };
        }

        if (peers.TryGetChat(peer, out var chat))
            return ToBotApi(chat, peers.ForPerson);
        return new Chat { Id = ChatIds.Of(peer), Type = peer is Tl.PeerChat ? ChatType.Group : ChatType.Supergroup, Title = "" };
    }

    public static Chat ToBotApi(Tl.User user) => ToBotApi(user, forPerson: false);

    public static Chat ToBotApi(Tl.User user, bool forPerson) => new()
    {
        Id = user.Id,
        Type = ChatType.Private,
        FirstName = user.FirstName ?? "",
        LastName = user.LastName.OrNull(),
        Username = UserMapper.Username(user),
        IsVerified = forPerson ? user.Verified.OrNull() : null,
        IsScam = forPerson ? user.Scam.OrNull() : null,
        IsFake = forPerson ? user.Fake.OrNull() : null,
        IsPremium = forPerson ? user.Premium.OrNull() : null,
        UserStatus = forPerson ? UserMapper.Status(user) : null,
        LastSeen = forPerson ? UserMapper.LastSeen(user) : null,
    };

    public static Chat ToBotApi(Tl.ChatBase chat) => ToBotApi(chat, forPerson: false);

    public static Chat ToBotApi(Tl.ChatBase chat, bool forPerson) => chat switch
    {
        Tl.Chat group => new Chat
        {
            Id = ChatIds.Of(group),
            Type = ChatType.Group,
            Title = group.Title,
            AllMembersAreAdministrators = AreAllAdministrators(group),
            AcceptedGiftTypes = NoGifts,
        },
        Tl.ChatForbidden group => new Chat
        {
            Id = ChatIds.Of(group),
            Type = ChatType.Group,
            Title = group.Title,
            AllMembersAreAdministrators = false,
            AcceptedGiftTypes = NoGifts,
        },
        Tl.Channel channel => new Chat
        {
            Id = ChatIds.Of(channel),
            Type = TypeOf(channel.Broadcast),
            Title = channel.Title,
            Username = Username(channel),
            IsForum = channel.Forum.OrNull(),
            IsDirectMessages = channel.Monoforum.OrNull(),
            IsVerified = forPerson ? channel.Verified.OrNull() : null,
            IsScam = forPerson ? channel.Scam.OrNull() : null,
            IsFake = forPerson ? channel.Fake.OrNull() : null,
        },
        Tl.ChannelForbidden channel => new Chat
        {
            Id = ChatIds.Of(channel),
            Type = TypeOf(channel.Broadcast),
            Title = channel.Title,
            IsDirectMessages = channel.Monoforum.OrNull(),
        },
        _ => new Chat { Id = ChatIds.Of(chat), Type = ChatType.Group, Title = "" },
    };

    /// <summary>getChat of a private chat.</summary>
    public static ChatFullInfo ToFullInfo(Tl.UserFull full, PeerIndex peers, MessageContext context, Message? pinned) =>
        UserFullMapper.ToBotApi(full, peers, context, pinned);

    /// <summary>getChat of a group or channel.</summary>
    public static ChatFullInfo ToFullInfo(Tl.ChatFullBase full, PeerIndex peers, MessageContext context, Message? pinned) => full switch
    {
        Tl.ChatFull group => ChatFullMapper.ToBotApi(group, peers, pinned),
        Tl.ChannelFull channel => ChatFullMapper.ToBotApi(channel, peers, pinned),
        _ => throw new InvalidOperationException($"{full.GetType().Name} is not a chat of the Bot API."),
    };

    public static string? Username(Tl.Channel channel) => Usernames.First(channel.Username, channel.Usernames);

    internal static AcceptedGiftTypes NoGifts { get; } = new()
    {
        UnlimitedGifts = false,
        LimitedGifts = false,
        UniqueGifts = false,
        PremiumSubscription = false,
        GiftsFromChannels = false,
    };

    /// <summary>An old notion: everybody may do everything that can be forbidden.</summary>
    internal static bool AreAllAdministrators(Tl.Chat group) =>
        group.DefaultBannedRights is null or
        {
            SendMessages: false, SendMedia: false, SendStickers: false, SendGifs: false, SendPolls: false, EmbedLinks: false,
            ChangeInfo: false, InviteUsers: false, PinMessages: false,
        };

    private static ChatType TypeOf(bool isBroadcast) => isBroadcast ? ChatType.Channel : ChatType.Supergroup;
}
