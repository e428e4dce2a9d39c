using TelegramRest.BotApi;
using TelegramRest.Handlers.Editing.Shared;
using TelegramRest.Handlers.Shared;

namespace TelegramRest.Handlers.Editing;

/// <summary>The caption is the new medium's: without one, the old caption goes with the old medium.</summary>
internal sealed class EditMessageMediaHandler(EditPipeline pipeline, TextEntities entities) : IHandler<EditMessageMediaRequest, MessageOrTrue>
{
    public async Task<MessageOrTrue> HandleAsync(EditMessageMediaRequest request, CancellationToken cancellationToken)
    {
        var caption = MediaCaptions.Of(request.Media);
        var content = new EditContent
        {
            Kind = EditKind.Media,
            File = InputMediaFiles.Of(request.Media),
            Text = caption.Text,
            Entities = await entities.ToTlAsync(caption, cancellationToken),
            InvertMedia = MediaCaptions.IsAbove(request.Media),
        };
        return await pipeline.EditAsync(request, content, cancellationToken);
    }
}
