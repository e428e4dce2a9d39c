using TelegramRest.BotApi;

namespace TelegramRest.Mapping.Messages;

/// <summary>Who sent a message. Where a chat did, old clients are given a user that stands for it.</summary>
/// <remarks>https://core.telegram.org/bots/api#message (from, sender_chat)</remarks>
internal static class SenderMapper
{
    public static (User? From, Chat? SenderChat) Map(Tl.PeerBase chat, Tl.PeerBase? from, bool isOut, bool isAutomaticForward, PeerIndex peers, MessageContext context)
    {
        var sender = from ?? (chat is Tl.PeerUser && isOut ? new Tl.PeerUser { UserId = context.SelfId } : chat);
        if (sender is Tl.PeerUser user)
            return (UserMapper.ToBotApi(user.UserId, peers), null);

        var senderChat = ChatMapper.ToBotApi(sender, peers);
        if (ChatMapper.ToBotApi(chat, peers).Type == ChatType.Channel)
            return (null, senderChat);

        var standIn = isAutomaticForward ? ChatIds.ServiceUserId
            : ChatIds.Of(sender) == ChatIds.Of(chat) ? ChatIds.GroupAnonymousBot(context.IsTest)
            : ChatIds.ChannelBot(context.IsTest);
        return (UserMapper.ToBotApi(standIn, peers), senderChat);
    }

    /// <summary>A post that its channel brought into the discussion group by itself.</summary>
    public static bool IsAutomaticForward(Tl.Message message) =>
        message is { FromId: Tl.PeerChannel sender, FwdFrom: { SavedFromPeer: Tl.PeerChannel source, SavedFromMsgId: not null }, PeerId: Tl.PeerChannel group }
        && sender.ChannelId == source.ChannelId && group.ChannelId != source.ChannelId;
}
