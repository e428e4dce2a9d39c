using TelegramRest.Accounts.Files.Media;
using TelegramRest.BotApi;
using TelegramRest.Handlers.Messages.Shared;
using TelegramRest.Mapping.Text;

namespace TelegramRest.Handlers.Messages;

internal sealed class SendVideoNoteHandler(SendPipeline pipeline) : IHandler<SendVideoNoteRequest, Message>
{
    public async Task<Message> HandleAsync(SendVideoNoteRequest request, CancellationToken cancellationToken)
    {
        var target = await pipeline.PrepareAsync(request, SendContent.VideoNote, cancellationToken);
        var note = new VideoNoteFile(request.VideoNote) { Thumbnail = request.Thumbnail, Duration = request.Duration, Length = request.Length };
        return await pipeline.SendFileAsync(target, note, FormattedText.Empty, isCaptionAbove: false, cancellationToken);
    }
}
