namespace TelegramRest.Mapping;

/// <summary>Chat ids of the Bot API and Telegram's peers: users positive, basic groups negative, channels from −10¹² downwards.</summary>
/// <remarks>https://core.telegram.org/api/bots/ids</remarks>
public static class ChatIds
{
    private const long MaxUserId = (1L << 40) - 1;
    private const long MaxGroupId = 999_999_999_999;
    private const long ChannelBase = -1_000_000_000_000;

    /// <summary>Below this the ids of secret chats lie, which no bot sees.</summary>
    private const long LastChannel = ChannelBase - 997_852_516_351;

    private const long LastSecretChat = -2_002_147_483_648;
    private const long LastDirectMessages = -4_000_000_000_000;

    /// <summary>User 777000 sends what a channel forwards into its discussion group.</summary>
    public const long ServiceUserId = 777000;

    public static long OfGroup(long groupId) => -groupId;

    public static long OfChannel(long channelId) => ChannelBase - channelId;

    public static bool IsUser(long chatId) => chatId is > 0 and <= MaxUserId;

    public static long Of(Tl.PeerBase peer) => peer switch
    {
        Tl.PeerUser user => user.UserId,
        Tl.PeerChat group => OfGroup(group.ChatId),
        Tl.PeerChannel channel => OfChannel(channel.ChannelId),
        _ => throw Unknown(peer),
    };

    public static long Of(Tl.ChatBase chat) => chat switch
    {
        Tl.Chat group => OfGroup(group.Id),
        Tl.ChatForbidden group => OfGroup(group.Id),
        Tl.ChatEmpty group => OfGroup(group.Id),
        Tl.Channel channel => OfChannel(channel.Id),
        Tl.ChannelForbidden channel => OfChannel(channel.Id),
        _ => 0,
    };

    /// <param name="chatId">As a caller gives it.</param>
    /// <param name="peer">The peer that has it.</param>
    /// <returns>False when no chat can have this id.</returns>
    public static bool TryParse(long chatId, out Tl.PeerBase peer)
    {
        peer = chatId switch
        {
            > 0 and <= MaxUserId => new Tl.PeerUser { UserId = chatId },
            < 0 and >= -MaxGroupId => new Tl.PeerChat { ChatId = -chatId },
            < ChannelBase and >= LastChannel => new Tl.PeerChannel { ChannelId = ChannelBase - chatId },
            < LastSecretChat and > LastDirectMessages => new Tl.PeerChannel { ChannelId = ChannelBase - chatId },
            _ => null!,
        };
        return peer != null;
    }

    /// <summary>The user that stands as sender, for old clients, where a chat has sent a message.</summary>
    public static long GroupAnonymousBot(bool isTest) => isTest ? 552888 : 1087968824;

    /// <summary>As <see cref="GroupAnonymousBot"/>, where another chat than the group itself has sent.</summary>
    public static long ChannelBot(bool isTest) => isTest ? 936174 : 136817688;

    private static InvalidOperationException Unknown(Tl.TlObject value) => new($"{value.GetType().Name} has no chat id.");
}
