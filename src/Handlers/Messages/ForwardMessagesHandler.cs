using TelegramRest.BotApi;
using TelegramRest.Handlers.Messages.Shared;

namespace TelegramRest.Handlers.Messages;

/// <summary>Messages that are gone, or cannot be forwarded, are passed over.</summary>
internal sealed class ForwardMessagesHandler(Forwards forwards) : IHandler<ForwardMessagesRequest, MessageId[]>
{
    public Task<MessageId[]> HandleAsync(ForwardMessagesRequest request, CancellationToken cancellationToken) =>
        forwards.SendAsync(request, request.FromChatId, request.MessageIds, asCopy: false, removeCaption: false, cancellationToken);
}
