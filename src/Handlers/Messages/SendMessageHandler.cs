using TelegramRest.BotApi;
using TelegramRest.Handlers.Messages.Shared;
using TelegramRest.Handlers.Shared;
using TelegramRest.Mapping.Text;

namespace TelegramRest.Handlers.Messages;

internal sealed class SendMessageHandler(SendPipeline pipeline) : IHandler<SendMessageRequest, Message>
{
    public async Task<Message> HandleAsync(SendMessageRequest request, CancellationToken cancellationToken)
    {
        var text = TextParser.Message(request.Text, request.ParseMode, request.Entities);
        var target = await pipeline.PrepareAsync(request, SendContent.Text, cancellationToken);
        return await pipeline.SendTextAsync(target, text, LinkPreviews.Of(request.LinkPreviewOptions, request.DisableWebPagePreview), cancellationToken);
    }
}
