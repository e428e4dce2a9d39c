using TelegramRest.BotApi;
using TelegramRest.Handlers.Messages.Shared;
using TelegramRest.Handlers.Shared;

namespace TelegramRest.Handlers.Messages;

internal sealed class SendRichMessageHandler(SendPipeline pipeline, RichMessages messages) : IHandler<SendRichMessageRequest, Message>
{
    public async Task<Message> HandleAsync(SendRichMessageRequest request, CancellationToken cancellationToken)
    {
        var target = await pipeline.PrepareAsync(request, SendContent.RichText, cancellationToken);
        var message = await messages.ToTlAsync(request.RichMessage, target.Place, cancellationToken);
        return await pipeline.SendRichAsync(target, message, cancellationToken);
    }
}
