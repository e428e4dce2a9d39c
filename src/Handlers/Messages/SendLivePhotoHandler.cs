using TelegramRest.Accounts.Files.Media;
using TelegramRest.BotApi;
using TelegramRest.Handlers.Messages.Shared;
using TelegramRest.Mapping.Text;

namespace TelegramRest.Handlers.Messages;

/// <summary>The chat sees a photo that moves, and has to allow photos.</summary>
internal sealed class SendLivePhotoHandler(SendPipeline pipeline) : IHandler<SendLivePhotoRequest, Message>
{
    public async Task<Message> HandleAsync(SendLivePhotoRequest request, CancellationToken cancellationToken)
    {
        var caption = TextParser.Caption(request.Caption, request.ParseMode, request.CaptionEntities);
        var target = await pipeline.PrepareAsync(request, SendContent.Photo, cancellationToken);
        var photo = new LivePhotoFile(request.Photo, request.LivePhoto) { HasSpoiler = request.HasSpoiler == true };
        return await pipeline.SendFileAsync(target, photo, caption, request.ShowCaptionAboveMedia == true, cancellationToken);
    }
}
