using TelegramRest.Simulator.World.Model;

namespace TelegramRest.Simulator.World;

/// <summary>What a message answers, and the topic that it lies in (https://core.telegram.org/constructor/messageReplyHeader).</summary>
internal sealed class ReplyPainter(SimulatorWorld world, Scene scene)
{
    public Tl.MessageReplyHeader? Paint(StoredMessage message, long box)
    {
        // General is no thread, and the message that begins a topic is the topic.
        var topic = message.TopicId is { } id and > Topic.General && message.Ids.GetValueOrDefault(box) != id ? id : (int?)null;
        var header = Answer(message, box);
        if (topic is null)
            return header;
        header ??= new Tl.MessageReplyHeader { ReplyToMsgId = topic };
        header.ForumTopic = true;
        if (header.ReplyToMsgId != topic || header.ReplyToPeerId is not null)
            header.ReplyToTopId = topic;
        return header;
    }

    private Tl.MessageReplyHeader? Answer(StoredMessage message, long box)
    {
        if (message.Reply is not { } reply || world.Boxes.Message(reply.Uid) is not { } target)
            return null;
        if (!IsElsewhere(message, target))
            return target.Ids.TryGetValue(box, out var id) ? Header(reply, id) : null;

        var header = Header(reply, null);
        header.ReplyFrom = new Tl.MessageFwdHeader { FromId = scene.Peer(target.SentAs ?? PeerKey.User(target.SenderId)), Date = target.Date };
        header.ReplyMedia = new MediaPainter(world, scene).Paint(target);
        if (target.Chat.Kind == PeerKind.Channel && target.Ids.TryGetValue(-target.Chat.Id, out var elsewhere))
        {
            header.ReplyToPeerId = scene.Peer(target.Chat);
            header.ReplyToMsgId = elsewhere;
            header.ReplyFrom.ChannelPost = target.SentAs == target.Chat && world.Roster.Channel(target.Chat.Id) is { Broadcast: true } ? elsewhere : null;
        }

        return header;
    }

    /// <summary>Who answers sees both chats, and tells whether they are one.</summary>
    private static bool IsElsewhere(StoredMessage message, StoredMessage target) =>
        target.Chat.Kind == PeerKind.Channel || message.Chat.Kind == PeerKind.Channel
            ? target.Chat != message.Chat
            : Boxes.PeerIn(target, message.SenderId) != Boxes.PeerIn(message, message.SenderId);

    private static Tl.MessageReplyHeader Header(ReplyTarget reply, int? id) => new()
    {
        ReplyToMsgId = id,
        Quote = reply.QuoteText is not null,
        QuoteText = reply.QuoteText,
        QuoteEntities = reply.QuoteEntities is { Length: > 0 } entities ? entities : null,
        QuoteOffset = reply.QuoteText is null ? null : reply.QuoteOffset,
        TodoItemId = reply.TodoItemId,
        PollOption = reply.PollOption is { } option ? new ReadOnlyMemory<byte>(option) : default(ReadOnlyMemory<byte>?),
    };
}
