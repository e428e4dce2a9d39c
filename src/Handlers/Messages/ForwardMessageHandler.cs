using TelegramRest.Accounts;
using TelegramRest.Accounts.Peers;
using TelegramRest.BotApi;
using TelegramRest.Handlers.Messages.Shared;
using TelegramRest.Mapping.Messages;

namespace TelegramRest.Handlers.Messages;

/// <summary>The original is looked for first, so that a missing one is told from a chat that cannot be written to.</summary>
internal sealed class ForwardMessageHandler(IAccount account, SendPipeline pipeline, Forwards forwards) : IHandler<ForwardMessageRequest, Message>
{
    public async Task<Message> HandleAsync(ForwardMessageRequest request, CancellationToken cancellationToken)
    {
        if (request.FromChatId.IsEmpty)
            throw BotApiException.BadRequest("parameter \"from_chat_id\" is required");

        var source = await account.Peers.ResolveChatAsync(request.FromChatId, ChatAccess.Read, cancellationToken);
        var original = await account.Messages.GetAsync(source, request.MessageId, "message to forward", cancellationToken);
        var target = await pipeline.PrepareAsync(request, content: null, cancellationToken);
        Forwards.CheckProtection(source);
        return CopiedContent.IsForwardable(original)
            ? await forwards.SendAsync(target, source, request.MessageId, request.VideoStartTimestamp, asCopy: false, removeCaption: false, cancellationToken)
            : throw BotApiException.BadRequest("the message can't be forwarded");
    }
}
