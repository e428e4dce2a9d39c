using TelegramRest.Accounts;
using TelegramRest.Accounts.Peers;
using TelegramRest.BotApi;
using TelegramRest.Mapping.Messages;

namespace TelegramRest.Handlers.Messages.Shared;

/// <summary>Messages that lie with Telegram already and are sent on, with their author's name or without. What cannot be sent on is left out, and only nothing at all is an error.</summary>
/// <remarks>https://core.telegram.org/method/messages.forwardMessages</remarks>
internal sealed class Forwards(IAccount account, SendPipeline pipeline)
{
    /// <param name="request">Where to, and how.</param>
    /// <param name="from">Where the originals lie.</param>
    /// <param name="messageIds">Their ids, growing.</param>
    /// <param name="asCopy">The author is not named.</param>
    /// <param name="removeCaption">Of copies.</param>
    /// <param name="cancellationToken">The caller's.</param>
    /// <returns>The ids of the new messages, in the order of the originals.</returns>
    public async Task<MessageId[]> SendAsync(
        ISendRequest request, ChatId from, IReadOnlyList<int> messageIds, bool asCopy, bool removeCaption, CancellationToken cancellationToken)
    {
        if (from.IsEmpty)
            throw BotApiException.BadRequest("parameter \"from_chat_id\" is required");
        if (messageIds.Count == 0)
            throw BotApiException.BadRequest("message identifiers are not specified");
        if (messageIds.Any(id => id <= 0))
            throw BotApiException.BadRequest("invalid message identifier specified");

        var target = await pipeline.PrepareAsync(request, content: null, cancellationToken);
        var source = await account.Peers.ResolveChatAsync(from, ChatAccess.Read, cancellationToken);
        var originals = await FindAsync(source, messageIds, cancellationToken);
        CheckOrder(messageIds);
        if (!asCopy)
            CheckProtection(source);

        var movable = originals.Where(message => asCopy ? CopiedContent.IsCopyable(message) : CopiedContent.IsForwardable(message)).ToList();
        if (movable.Count == 0)
            throw BotApiException.BadRequest("messages can't be forwarded");

        var call = Call(target, source, [.. movable.Select(message => message.Id)]);
        (call.DropAuthor, call.DropMediaCaptions) = (asCopy, asCopy && removeCaption);
        var sent = await account.Messages.SendManyAsync(target.Chat, call, call.RandomId, cancellationToken);
        return [.. sent.Select(message => new MessageId { MessageIdValue = message.MessageId })];
    }

    /// <summary>One message, as it is.</summary>
    public Task<Message> SendAsync(SendTarget target, PeerRef source, int messageId, int? videoStart, bool asCopy, bool removeCaption, CancellationToken cancellationToken)
    {
        var call = Call(target, source, [messageId]);
        (call.DropAuthor, call.DropMediaCaptions, call.VideoTimestamp) = (asCopy, removeCaption, videoStart is { } start ? Math.Max(start, 0) : null);
        return account.Messages.SendAsync(target.Chat, call, call.RandomId[0], cancellationToken);
    }

    /// <exception cref="BotApiException">400: the chat keeps its messages to itself.</exception>
    public static void CheckProtection(PeerRef source)
    {
        if (source is GroupPeer { Chat: Tl.Chat { Noforwards: true } } or ChannelPeer { Chat: Tl.Channel { Noforwards: true } })
            throw BotApiException.BadRequest("message has protected content and can't be forwarded");
    }

    private async Task<List<Tl.Message>> FindAsync(PeerRef source, IReadOnlyList<int> messageIds, CancellationToken cancellationToken)
    {
        var found = await account.Messages.FindAsync(source, [.. messageIds.Distinct()], cancellationToken);
        if (found.Count == 0)
            throw BotApiException.BadRequest("there are no messages to forward");

        var byId = found.OfType<Tl.Message>().ToDictionary(message => message.Id);
        return [.. messageIds.Where(byId.ContainsKey).Select(id => byId[id])];
    }

    private static void CheckOrder(IReadOnlyList<int> messageIds)
    {
        for (var index = 1; index < messageIds.Count; index++)
        {
            if (messageIds[index] <= messageIds[index - 1])
                throw BotApiException.BadRequest("message identifiers must be in a strictly increasing order");
        }
    }

    private Tl.Messages.ForwardMessages Call(SendTarget target, PeerRef source, int[] messageIds) => new()
    {
        FromPeer = source.InputPeer,
        Id = messageIds,
        RandomId = [.. messageIds.Select(_ => account.Messages.NewRandomId())],
        ToPeer = target.Chat.InputPeer,
        TopMsgId = target.TopicId,
        ReplyTo = target.ReplyTo as Tl.InputReplyToMonoForum,
        ScheduleDate = target.ScheduleDate,
        Silent = target.Silent,
        Noforwards = target.NoForwards,
        AllowPaidFloodskip = target.PaidBroadcast,
        Effect = target.Effect,
        SuggestedPost = target.SuggestedPost,
    };
}
