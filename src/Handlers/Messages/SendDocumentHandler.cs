using TelegramRest.Accounts;
using TelegramRest.BotApi;
using TelegramRest.Handlers.Messages.Shared;
using TelegramRest.Mapping.Text;

namespace TelegramRest.Handlers.Messages;

/// <summary>What arrives may be an animation, audio or video: Telegram looks at the content unless told not to.</summary>
internal sealed class SendDocumentHandler(IAccount account, SendPipeline pipeline) : IHandler<SendDocumentRequest, Message>
{
    public async Task<Message> HandleAsync(SendDocumentRequest request, CancellationToken cancellationToken)
    {
        var caption = TextParser.Caption(request.Caption, request.ParseMode, request.CaptionEntities);
        var target = await pipeline.PrepareAsync(request, SendContent.Document, cancellationToken);
        var document = await account.Files.DocumentAsync(request.Document, request.Thumbnail, request.DisableContentTypeDetection == true, cancellationToken);
        return await pipeline.SendMediaAsync(target, document, caption, isCaptionAbove: false, cancellationToken);
    }
}
