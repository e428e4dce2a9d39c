using TelegramRest.Accounts.Files.Media;
using TelegramRest.BotApi;
using TelegramRest.Handlers.Messages.Shared;
using TelegramRest.Mapping.Text;

namespace TelegramRest.Handlers.Messages;

internal sealed class SendPhotoHandler(SendPipeline pipeline) : IHandler<SendPhotoRequest, Message>
{
    public async Task<Message> HandleAsync(SendPhotoRequest request, CancellationToken cancellationToken)
    {
        var caption = TextParser.Caption(request.Caption, request.ParseMode, request.CaptionEntities);
        var target = await pipeline.PrepareAsync(request, SendContent.Photo, cancellationToken);
        var photo = new PhotoFile(request.Photo) { HasSpoiler = request.HasSpoiler == true };
        return await pipeline.SendFileAsync(target, photo, caption, request.ShowCaptionAboveMedia == true, cancellationToken);
    }
}
