using TelegramRest.BotApi;
using TelegramRest.Handlers.Editing.Shared;
using TelegramRest.Handlers.Shared;
using TelegramRest.Mapping.Text;

namespace TelegramRest.Handlers.Editing;

/// <summary>No caption takes the old one away.</summary>
internal sealed class EditMessageCaptionHandler(EditPipeline pipeline, TextEntities entities) : IHandler<EditMessageCaptionRequest, MessageOrTrue>
{
    public async Task<MessageOrTrue> HandleAsync(EditMessageCaptionRequest request, CancellationToken cancellationToken)
    {
        var caption = TextParser.Caption(request.Caption, request.ParseMode, request.CaptionEntities);
        var content = new EditContent
        {
            Kind = EditKind.Caption,
            Text = caption.Text,
            Entities = await entities.ToTlAsync(caption, cancellationToken),
            InvertMedia = request.ShowCaptionAboveMedia == true,
        };
        return await pipeline.EditAsync(request, content, cancellationToken);
    }
}
