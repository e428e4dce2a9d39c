using TelegramRest.Accounts.Files.Media;
using TelegramRest.BotApi;
using TelegramRest.Handlers.Messages.Shared;
using TelegramRest.Mapping.Text;

namespace TelegramRest.Handlers.Messages;

internal sealed class SendVideoHandler(SendPipeline pipeline) : IHandler<SendVideoRequest, Message>
{
    public async Task<Message> HandleAsync(SendVideoRequest request, CancellationToken cancellationToken)
    {
        var caption = TextParser.Caption(request.Caption, request.ParseMode, request.CaptionEntities);
        var target = await pipeline.PrepareAsync(request, SendContent.Video, cancellationToken);
        var video = new VideoFile(request.Video)
        {
            Thumbnail = request.Thumbnail,
            Cover = request.Cover,
            StartTimestamp = request.StartTimestamp,
            Duration = request.Duration,
            Width = request.Width,
            Height = request.Height,
            SupportsStreaming = request.SupportsStreaming == true,
            HasSpoiler = request.HasSpoiler == true,
        };
        return await pipeline.SendFileAsync(target, video, caption, request.ShowCaptionAboveMedia == true, cancellationToken);
    }
}
