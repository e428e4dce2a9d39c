using TelegramRest.BotApi;
using TelegramRest.Handlers.Editing.Shared;
using TelegramRest.Handlers.Shared;
using TelegramRest.Mapping.Text;

namespace TelegramRest.Handlers.Editing;

/// <summary>No caption takes the old one away.</summary>
internal sealed class EditEphemeralMessageCaptionHandler(EphemeralEdits edits, TextEntities entities) : IHandler<EditEphemeralMessageCaptionRequest, bool>
{
    public async Task<bool> HandleAsync(EditEphemeralMessageCaptionRequest request, CancellationToken cancellationToken)
    {
        var caption = TextParser.Caption(request.Caption, request.ParseMode, request.CaptionEntities);
        var content = new EditContent
        {
            Kind = EditKind.Caption,
            Text = caption.Text,
            Entities = await entities.ToTlAsync(caption, cancellationToken),
        };
        return await edits.EditAsync(request.ChatId, request.ReceiverUserId, request.EphemeralMessageId, request.ReplyMarkup, content, cancellationToken);
    }
}
