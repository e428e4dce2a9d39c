using TelegramRest.BotApi;

namespace TelegramRest.Mapping.Chats;

/// <summary>Reactions to messages.</summary>
/// <remarks>https://core.telegram.org/bots/api#reactiontype</remarks>
public static class ReactionMapper
{
    private const long ReactionKeyBase = 8L << 33;
    private const long CountKeyBase = 9L << 33;
    private const int Day = 86400;

    public static ReactionType? ToBotApi(Tl.ReactionBase reaction) => reaction switch
    {
        Tl.ReactionEmoji emoji => new ReactionTypeEmoji { Emoji = emoji.Emoticon },
        Tl.ReactionCustomEmoji custom => new ReactionTypeCustomEmoji { CustomEmojiId = custom.DocumentId.Text() },
        Tl.ReactionPaid => new ReactionTypePaid(),
        _ => null,
    };

    /// <exception cref="BotApiException">400: a reaction that is paid for, which only people give, or none at all.</exception>
    public static Tl.ReactionBase[] ToTl(IEnumerable<ReactionType> reactions) => [.. reactions.Select(ToTl)];

    private static Tl.ReactionBase ToTl(ReactionType reaction) => reaction switch
    {
        ReactionTypeEmoji { Emoji.Length: > 0 } emoji => new Tl.ReactionEmoji { Emoticon = emoji.Emoji },
        ReactionTypeCustomEmoji custom when Scalars.ToInt64(custom.CustomEmojiId) is not 0 and var id => new Tl.ReactionCustomEmoji { DocumentId = id },
        ReactionTypePaid => throw BotApiException.BadRequest("Can't parse ReactionType: invalid reaction type specified"),
        _ => throw BotApiException.BadRequest("invalid reaction type specified"),
    };

    public static ReactionType[] ToBotApi(IEnumerable<Tl.ReactionBase> reactions) => [.. reactions.Select(ToBotApi).OfType<ReactionType>()];

    public static MappedUpdate ToBotApi(Tl.UpdateBotMessageReaction update, PeerIndex peers)
    {
        var chatId = ChatIds.Of(update.Peer);
        return new MappedUpdate(
            UpdateKinds.MessageReaction,
            new Update
            {
                UpdateId = 0,
                MessageReaction = new MessageReactionUpdated
                {
                    Chat = ChatMapper.ToBotApi(update.Peer, peers),
                    MessageId = update.MsgId,
                    User = update.Actor is Tl.PeerUser user ? UserMapper.ToBotApi(user.UserId, peers) : null,
                    ActorChat = update.Actor is Tl.PeerUser ? null : ChatMapper.ToBotApi(update.Actor, peers),
                    Date = update.Date,
                    OldReaction = ToBotApi(update.OldReactions),
                    NewReaction = ToBotApi(update.NewReactions),
                },
            },
            chatId + ReactionKeyBase,
            update.Date,
            Day);
    }

    public static MappedUpdate ToBotApi(Tl.UpdateBotMessageReactions update, PeerIndex peers) => new(
        UpdateKinds.MessageReactionCount,
        new Update
        {
            UpdateId = 0,
            MessageReactionCount = new MessageReactionCountUpdated
            {
                Chat = ChatMapper.ToBotApi(update.Peer, peers),
                MessageId = update.MsgId,
                Date = update.Date,
                Reactions = [.. update.Reactions.Select(Count).OfType<ReactionCount>()],
            },
        },
        ChatIds.Of(update.Peer) + CountKeyBase,
        update.Date,
        Day);

    private static ReactionCount? Count(Tl.ReactionCount count) =>
        ToBotApi(count.Reaction) is { } type ? new ReactionCount { Type = type, TotalCount = count.Count } : null;
}
