using TelegramRest.Accounts.Files.Media;
using TelegramRest.BotApi;
using TelegramRest.Handlers.Messages.Shared;
using TelegramRest.Mapping.Text;

namespace TelegramRest.Handlers.Messages;

internal sealed class SendVoiceHandler(SendPipeline pipeline) : IHandler<SendVoiceRequest, Message>
{
    public async Task<Message> HandleAsync(SendVoiceRequest request, CancellationToken cancellationToken)
    {
        var caption = TextParser.Caption(request.Caption, request.ParseMode, request.CaptionEntities);
        var target = await pipeline.PrepareAsync(request, SendContent.Voice, cancellationToken);
        var voice = new VoiceFile(request.Voice) { Duration = request.Duration };
        return await pipeline.SendFileAsync(target, voice, caption, isCaptionAbove: false, cancellationToken);
    }
}
