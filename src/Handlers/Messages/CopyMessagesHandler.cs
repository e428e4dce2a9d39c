using TelegramRest.BotApi;
using TelegramRest.Handlers.Messages.Shared;

namespace TelegramRest.Handlers.Messages;

/// <summary>Messages that are gone, or cannot be copied, are passed over.</summary>
internal sealed class CopyMessagesHandler(Forwards forwards) : IHandler<CopyMessagesRequest, MessageId[]>
{
    public Task<MessageId[]> HandleAsync(CopyMessagesRequest request, CancellationToken cancellationToken) =>
        forwards.SendAsync(request, request.FromChatId, request.MessageIds, asCopy: true, request.RemoveCaption == true, cancellationToken);
}
