using TelegramRest.BotApi;
using TelegramRest.Handlers.Editing.Shared;

namespace TelegramRest.Handlers.Editing;

internal sealed class EditMessageReplyMarkupHandler(EditPipeline pipeline) : IHandler<EditMessageReplyMarkupRequest, MessageOrTrue>
{
    public Task<MessageOrTrue> HandleAsync(EditMessageReplyMarkupRequest request, CancellationToken cancellationToken) =>
        pipeline.EditAsync(request, new EditContent { Kind = EditKind.Markup }, cancellationToken);
}
