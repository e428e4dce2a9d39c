using TelegramRest.Accounts.Files.Media;
using TelegramRest.BotApi;
using TelegramRest.Handlers.Messages.Shared;
using TelegramRest.Mapping.Text;

namespace TelegramRest.Handlers.Stickers;

internal sealed class SendStickerHandler(SendPipeline pipeline) : IHandler<SendStickerRequest, Message>
{
    public async Task<Message> HandleAsync(SendStickerRequest request, CancellationToken cancellationToken)
    {
        var target = await pipeline.PrepareAsync(request, SendContent.Sticker, cancellationToken);
        return await pipeline.SendFileAsync(target, new StickerFile(request.Sticker) { Emoji = request.Emoji }, FormattedText.Empty, isCaptionAbove: false, cancellationToken);
    }
}
