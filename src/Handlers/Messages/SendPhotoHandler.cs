using TelegramRest.Accounts;
using TelegramRest.BotApi;
using TelegramRest.Handlers.Messages.Shared;
using TelegramRest.Mapping.Text;

namespace TelegramRest.Handlers.Messages;

internal sealed class SendPhotoHandler(IAccount account, SendPipeline pipeline) : IHandler<SendPhotoRequest, Message>
{
    public async Task<Message> HandleAsync(SendPhotoRequest request, CancellationToken cancellationToken)
    {
        var caption = TextParser.Caption(request.Caption, request.ParseMode, request.CaptionEntities);
        var target = await pipeline.PrepareAsync(request, SendContent.Photo, cancellationToken);
        var photo = await account.Files.PhotoAsync(request.Photo, request.HasSpoiler == true, cancellationToken);
        return await pipeline.SendMediaAsync(target, photo, caption, request.ShowCaptionAboveMedia == true, cancellationToken);
    }
}
