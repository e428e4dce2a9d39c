using TelegramRest.BotApi;
using TelegramRest.Mapping.Media;
using TelegramRest.Mapping.Text;

namespace TelegramRest.Mapping.Messages;

/// <summary>What a message replies to: a message of the same chat, one of another chat, a story, or a part of any of them.</summary>
/// <remarks>https://core.telegram.org/bots/api#externalreplyinfo</remarks>
internal static class ReplyMapper
{
    /// <summary>The id of the message replied to when it is in the same chat.</summary>
    public static int? SameChatId(Tl.PeerBase chat, Tl.MessageReplyHeaderBase? header) =>
        header is Tl.MessageReplyHeader { ReplyToMsgId: { } id, ReplyToScheduled: false, ReplyToEphemeral: false, ReplyFrom: null } reply
        && (reply.ReplyToPeerId == null || ChatIds.Of(reply.ReplyToPeerId) == ChatIds.Of(chat))
            ? id
            : null;

    /// <summary>The forum topic or thread of a message; the general topic has no number.</summary>
    public static (int? ThreadId, bool IsTopic) Thread(Tl.PeerBase chat, Tl.MessageReplyHeaderBase? header)
    {
        const int generalTopic = 1;
        if (header is not Tl.MessageReplyHeader reply || chat is Tl.PeerChat)
            return (null, false);
        if (reply.ForumTopic)
            return (reply.ReplyToTopId ?? reply.ReplyToMsgId) is { } topic and not generalTopic ? (topic, true) : (null, false);
        return chat is Tl.PeerChannel ? (reply.ReplyToTopId ?? SameChatId(chat, header), false) : (null, false);
    }

    public static TextQuote? Quote(Tl.MessageReplyHeaderBase? header, PeerIndex peers) =>
        header is Tl.MessageReplyHeader { QuoteText: { Length: > 0 } text } reply
            ? new TextQuote
            {
                Text = text,
                Entities = EntityMapper.ToBotApi(reply.QuoteEntities, peers),
                Position = reply.QuoteOffset ?? 0,
                IsManual = reply.Quote.OrNull(),
            }
            : null;

    public static Story? Story(Tl.MessageReplyHeaderBase? header, PeerIndex peers) =>
        header is Tl.MessageReplyStoryHeader story ? new Story { Chat = ChatMapper.ToBotApi(story.Peer, peers), Id = story.StoryId } : null;

    public static ExternalReplyInfo? External(Tl.MessageReplyHeaderBase? header, PeerIndex peers, MessageContext context)
    {
        if (header is not Tl.MessageReplyHeader { ReplyFrom: { } from } reply || OriginMapper.ToBotApi(from, peers) is not { } origin)
            return null;

        var media = MediaMapper.Map(reply.ReplyMedia, peers, context);
        var source = reply.ReplyToPeerId is Tl.PeerChannel && reply.ReplyToMsgId != null ? reply.ReplyToPeerId : null;
        return new ExternalReplyInfo
        {
            Origin = origin,
            Chat = source == null ? null : ChatMapper.ToBotApi(source, peers),
            MessageId = source == null ? null : reply.ReplyToMsgId,
            LinkPreviewOptions = reply.ReplyMedia is Tl.MessageMediaWebPage page ? LinkPreviewMapper.ToBotApi(page, isAbove: false) : null,
            Animation = media.Animation,
            Audio = media.Audio,
            Document = media.Animation == null ? media.Document : null,
            LivePhoto = media.LivePhoto,
            PaidMedia = media.PaidMedia,
            Photo = media.Photo,
            Sticker = media.Sticker,
            Story = media.Story,
            Video = media.Video,
            VideoNote = media.VideoNote,
            Voice = media.Voice,
            HasMediaSpoiler = media.HasSpoiler,
            Checklist = media.Checklist,
            Contact = media.Contact,
            Dice = media.Dice,
            Game = media.Game,
            Giveaway = media.Giveaway,
            GiveawayWinners = media.GiveawayWinners,
            Invoice = media.Invoice,
            Location = media.Location,
            Poll = media.Poll,
            Venue = media.Venue,
        };
    }
}
