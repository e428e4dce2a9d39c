using TelegramRest.Simulator.World;
using TelegramRest.Simulator.World.Chats;
using TelegramRest.Simulator.World.Model;
using TelegramRest.Simulator.World.Text;

namespace TelegramRest.Simulator.Rpc;

/// <summary>What a new message answers, and in which topic it comes to lie (https://core.telegram.org/api/threads).</summary>
internal sealed class ReplyRules(SimulatorWorld world, PeerResolver peers)
{
    private const int QuoteLimit = 1024;

    /// <exception cref="RpcError">REPLY_MESSAGE_ID_INVALID, QUOTE_TEXT_INVALID, STORY_ID_INVALID, TOPIC_DELETED, TOPIC_CLOSED.</exception>
    public (ReplyTarget? Reply, int? TopicId) Resolve(Account me, PeerKey chat, Tl.InputReplyToBase? replyTo)
    {
        if (replyTo is Tl.InputReplyToStory)
            throw new RpcError(400, "STORY_ID_INVALID");
        var forum = chat.Kind == PeerKind.Channel && world.Roster.Channel(chat.Id) is { Forum: true } channel ? channel : null;
        var wanted = replyTo as Tl.InputReplyToMessage;
        if (forum is null)
            return (wanted is { ReplyToMsgId: not 0 } ? Target(me, chat, wanted).Reply : null, null);

        // The number of a topic in place of a message means the topic alone.
        var isTopic = wanted is { ReplyToMsgId: not 0, ReplyToPeerId: null } && (wanted.ReplyToMsgId == wanted.TopMsgId || TopicBoard.Find(forum, wanted.ReplyToMsgId) is { Id: > Topic.General });
        var (reply, message) = wanted is { ReplyToMsgId: not 0 } && !isTopic ? Target(me, chat, wanted) : (null, null);
        var topicId = wanted?.TopMsgId ?? (isTopic ? wanted!.ReplyToMsgId : message is not null && message.Chat == chat ? message.TopicId : null) ?? Topic.General;
        var topic = TopicBoard.Find(forum, topicId) ?? throw new RpcError(400, "TOPIC_DELETED");
        if (topic.Closed && !MayWriteInClosed(forum, topic, me))
            throw new RpcError(400, "TOPIC_CLOSED");
        return (reply, topicId);
    }

    private static bool MayWriteInClosed(Channel forum, Topic topic, Account me) =>
        topic.CreatorId == me.Id || forum.Find(me.Id) is { Status: MemberStatus.Creator } or { AdminRights.ManageTopics: true };

    private (ReplyTarget Reply, StoredMessage Message) Target(Account me, PeerKey chat, Tl.InputReplyToMessage reply)
    {
        var source = reply.ReplyToPeerId is { } peer ? peers.Peer(me, peer) : chat;
        if (!world.Boxes.For(me, source).Messages.TryGetValue(reply.ReplyToMsgId, out var message))
            throw new RpcError(400, "REPLY_MESSAGE_ID_INVALID");
        var target = new ReplyTarget(message.Uid, null, null, null) { TodoItemId = reply.TodoItemId, PollOption = reply.PollOption?.ToArray() };
        if (string.IsNullOrEmpty(reply.QuoteText))
            return (target, message);
        var offset = FindQuote(message.Text, reply.QuoteText, reply.QuoteOffset ?? 0);
        if (offset < 0 || TextRules.Length(reply.QuoteText) > QuoteLimit)
            throw new RpcError(400, "QUOTE_TEXT_INVALID");
        return (target with { QuoteText = reply.QuoteText, QuoteEntities = reply.QuoteEntities, QuoteOffset = offset }, message);
    }

    private static int FindQuote(string text, string quote, int near)
    {
        near = Math.Clamp(near, 0, text.Length);
        return text.AsSpan(near).StartsWith(quote, StringComparison.Ordinal) ? near : text.IndexOf(quote, StringComparison.Ordinal);
    }
}
