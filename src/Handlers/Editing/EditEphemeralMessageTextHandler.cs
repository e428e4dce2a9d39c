using TelegramRest.BotApi;
using TelegramRest.Handlers.Editing.Shared;
using TelegramRest.Handlers.Shared;
using TelegramRest.Mapping.Messages;
using TelegramRest.Mapping.Text;

namespace TelegramRest.Handlers.Editing;

internal sealed class EditEphemeralMessageTextHandler(EphemeralEdits edits, TextEntities entities) : IHandler<EditEphemeralMessageTextRequest, bool>
{
    public async Task<bool> HandleAsync(EditEphemeralMessageTextRequest request, CancellationToken cancellationToken)
    {
        var text = TextParser.Message(request.Text, request.ParseMode, request.Entities);
        var preview = LinkPreviews.Of(request.LinkPreviewOptions, request.DisableWebPagePreview);
        var content = new EditContent
        {
            Kind = EditKind.Text,
            Text = text.Text,
            Entities = await entities.ToTlAsync(text, cancellationToken),
            Media = LinkPreviewMapper.ToTl(preview, LinkPreviews.FirstUrl(text)),
        };
        return await edits.EditAsync(request.ChatId, request.ReceiverUserId, request.EphemeralMessageId, request.ReplyMarkup, content, cancellationToken);
    }
}
