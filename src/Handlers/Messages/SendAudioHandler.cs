using TelegramRest.Accounts.Files.Media;
using TelegramRest.BotApi;
using TelegramRest.Handlers.Messages.Shared;
using TelegramRest.Mapping.Text;

namespace TelegramRest.Handlers.Messages;

internal sealed class SendAudioHandler(SendPipeline pipeline) : IHandler<SendAudioRequest, Message>
{
    public async Task<Message> HandleAsync(SendAudioRequest request, CancellationToken cancellationToken)
    {
        var caption = TextParser.Caption(request.Caption, request.ParseMode, request.CaptionEntities);
        var target = await pipeline.PrepareAsync(request, SendContent.Audio, cancellationToken);
        var audio = new AudioFile(request.Audio)
        {
            Thumbnail = request.Thumbnail,
            Duration = request.Duration,
            Performer = request.Performer,
            Title = request.Title,
        };
        return await pipeline.SendFileAsync(target, audio, caption, isCaptionAbove: false, cancellationToken);
    }
}
