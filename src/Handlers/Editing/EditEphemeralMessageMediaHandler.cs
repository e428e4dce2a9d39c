using TelegramRest.Accounts;
using TelegramRest.Accounts.Files.Media;
using TelegramRest.BotApi;
using TelegramRest.Handlers.Editing.Shared;
using TelegramRest.Handlers.Shared;

namespace TelegramRest.Handlers.Editing;

/// <summary>Only files that Telegram has, or fetches, take the place of another; an upload is refused.</summary>
internal sealed class EditEphemeralMessageMediaHandler(IAccount account, EphemeralEdits edits, TextEntities entities) : IHandler<EditEphemeralMessageMediaRequest, bool>
{
    public async Task<bool> HandleAsync(EditEphemeralMessageMediaRequest request, CancellationToken cancellationToken)
    {
        var caption = MediaCaptions.Of(request.Media);
        var file = InputMediaFiles.Of(request.Media);
        if (file.File is InputFileUpload or InputFileLocalPath)
            throw BotApiException.BadRequest("file upload isn't allowed");

        var content = new EditContent
        {
            Kind = EditKind.Media,
            Text = caption.Text,
            Entities = await entities.ToTlAsync(caption, cancellationToken),
            Media = await account.Files.MediaAsync(file, new UploadPlace(new Tl.InputPeerSelf()), cancellationToken),
        };
        return await edits.EditAsync(request.ChatId, request.ReceiverUserId, request.EphemeralMessageId, request.ReplyMarkup, content, cancellationToken);
    }
}
