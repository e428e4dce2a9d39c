using TelegramRest.BotApi;
using TelegramRest.Handlers.Messages.Shared;

namespace TelegramRest.Handlers.Messages;

/// <summary>Telegram throws it.</summary>
internal sealed class SendDiceHandler(SendPipeline pipeline) : IHandler<SendDiceRequest, Message>
{
    private const string Die = "🎲";

    public async Task<Message> HandleAsync(SendDiceRequest request, CancellationToken cancellationToken)
    {
        var target = await pipeline.PrepareAsync(request, SendContent.Dice, cancellationToken);
        return await pipeline.SendMediaAsync(target, new Tl.InputMediaDice { Emoticon = string.IsNullOrEmpty(request.Emoji) ? Die : request.Emoji }, cancellationToken);
    }
}
