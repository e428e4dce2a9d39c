using TelegramRest.Accounts.Files.Media;
using TelegramRest.BotApi;
using TelegramRest.Handlers.Messages.Shared;
using TelegramRest.Mapping.Text;

namespace TelegramRest.Handlers.Messages;

/// <summary>A video with sound arrives as a video: Telegram looks at the content.</summary>
internal sealed class SendAnimationHandler(SendPipeline pipeline) : IHandler<SendAnimationRequest, Message>
{
    public async Task<Message> HandleAsync(SendAnimationRequest request, CancellationToken cancellationToken)
    {
        var caption = TextParser.Caption(request.Caption, request.ParseMode, request.CaptionEntities);
        var target = await pipeline.PrepareAsync(request, SendContent.Animation, cancellationToken);
        var animation = new AnimationFile(request.Animation)
        {
            Thumbnail = request.Thumbnail,
            Duration = request.Duration,
            Width = request.Width,
            Height = request.Height,
            HasSpoiler = request.HasSpoiler == true,
        };
        return await pipeline.SendFileAsync(target, animation, caption, request.ShowCaptionAboveMedia == true, cancellationToken);
    }
}
