using TelegramRest.BotApi;

namespace TelegramRest.Mapping.Messages;

/// <summary>Where a forwarded message came from.</summary>
/// <remarks>https://core.telegram.org/bots/api#messageorigin</remarks>
internal static class OriginMapper
{
    public static MessageOrigin? ToBotApi(Tl.MessageFwdHeader? header, PeerIndex peers)
    {
        if (header == null)
            return null;

        return header.FromId switch
        {
            Tl.PeerUser user => new MessageOriginUser { Date = header.Date, SenderUser = UserMapper.ToBotApi(user.UserId, peers) },
            Tl.PeerChannel channel when header.ChannelPost is { } post => new MessageOriginChannel
            {
                Date = header.Date,
                Chat = ChatMapper.ToBotApi(channel, peers),
                MessageId = post,
                AuthorSignature = header.PostAuthor.OrNull(),
            },
            { } chat => new MessageOriginChat
            {
                Date = header.Date,
                SenderChat = ChatMapper.ToBotApi(chat, peers),
                AuthorSignature = header.PostAuthor.OrNull(),
            },
            null => new MessageOriginHiddenUser { Date = header.Date, SenderUserName = header.FromName ?? "" },
        };
    }

    /// <summary>A message that was not forwarded comes from its sender.</summary>
    public static MessageOrigin OfOriginal(int date, User? from, Chat? senderChat, int messageId, string? signature) => (from, senderChat) switch
    {
        (_, { Type: ChatType.Channel }) => new MessageOriginChannel { Date = date, Chat = senderChat, MessageId = messageId, AuthorSignature = signature },
        (_, not null) => new MessageOriginChat { Date = date, SenderChat = senderChat, AuthorSignature = signature },
        (not null, _) => new MessageOriginUser { Date = date, SenderUser = from },
        _ => new MessageOriginHiddenUser { Date = date, SenderUserName = "" },
    };
}
