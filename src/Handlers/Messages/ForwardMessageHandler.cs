using TelegramRest.Accounts;
using TelegramRest.Accounts.Peers;
using TelegramRest.BotApi;
using TelegramRest.Handlers.Messages.Shared;

namespace TelegramRest.Handlers.Messages;

/// <summary>The original is looked for first, so that a missing one is told from a chat that cannot be written to.</summary>
internal sealed class ForwardMessageHandler(IAccount account, SendPipeline pipeline) : IHandler<ForwardMessageRequest, Message>
{
    public async Task<Message> HandleAsync(ForwardMessageRequest request, CancellationToken cancellationToken)
    {
        if (request.FromChatId.IsEmpty)
            throw BotApiException.BadRequest("parameter \"from_chat_id\" is required");

        var source = await account.Peers.ResolveChatAsync(request.FromChatId, ChatAccess.Read, cancellationToken);
        await account.Messages.GetAsync(source, request.MessageId, "message to forward", cancellationToken);
        var target = await pipeline.PrepareAsync(request, content: null, cancellationToken);

        var randomId = account.Messages.NewRandomId();
        var forward = new Tl.Messages.ForwardMessages
        {
            FromPeer = source.InputPeer,
            Id = [request.MessageId],
            RandomId = [randomId],
            ToPeer = target.Chat.InputPeer,
            TopMsgId = request.MessageThreadId is > 0 ? request.MessageThreadId : null,
            ReplyTo = target.ReplyTo as Tl.InputReplyToMonoForum,
            VideoTimestamp = request.VideoStartTimestamp,
            Silent = target.Silent,
            Noforwards = target.NoForwards,
            Effect = target.Effect,
            SuggestedPost = target.SuggestedPost,
        };
        return await account.Messages.SendAsync(target.Chat, forward, randomId, cancellationToken);
    }
}
