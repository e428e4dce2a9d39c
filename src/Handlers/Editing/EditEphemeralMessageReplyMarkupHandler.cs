using TelegramRest.BotApi;
using TelegramRest.Handlers.Editing.Shared;

namespace TelegramRest.Handlers.Editing;

internal sealed class EditEphemeralMessageReplyMarkupHandler(EphemeralEdits edits) : IHandler<EditEphemeralMessageReplyMarkupRequest, bool>
{
    public Task<bool> HandleAsync(EditEphemeralMessageReplyMarkupRequest request, CancellationToken cancellationToken) =>
        edits.EditAsync(request.ChatId, request.ReceiverUserId, request.EphemeralMessageId, request.ReplyMarkup, content: null, cancellationToken);
}
