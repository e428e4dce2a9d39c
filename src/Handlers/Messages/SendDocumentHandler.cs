using TelegramRest.Accounts.Files.Media;
using TelegramRest.BotApi;
using TelegramRest.Handlers.Messages.Shared;
using TelegramRest.Mapping.Text;

namespace TelegramRest.Handlers.Messages;

/// <summary>What arrives may be an animation, audio or video: Telegram looks at the content unless told not to.</summary>
internal sealed class SendDocumentHandler(SendPipeline pipeline) : IHandler<SendDocumentRequest, Message>
{
    public async Task<Message> HandleAsync(SendDocumentRequest request, CancellationToken cancellationToken)
    {
        var caption = TextParser.Caption(request.Caption, request.ParseMode, request.CaptionEntities);
        var target = await pipeline.PrepareAsync(request, SendContent.Document, cancellationToken);
        var document = new DocumentFile(request.Document) { Thumbnail = request.Thumbnail, DisableContentTypeDetection = request.DisableContentTypeDetection == true };
        return await pipeline.SendFileAsync(target, document, caption, isCaptionAbove: false, cancellationToken);
    }
}
