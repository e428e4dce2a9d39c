using TelegramRest.Accounts.Peers;
using TelegramRest.BotApi;
using TelegramRest.Handlers.Messages.Shared;

namespace TelegramRest.Handlers.Games;

/// <summary>A game of the bot's own, by the name that BotFather knows it by.</summary>
internal sealed class SendGameHandler(SendPipeline pipeline) : IHandler<SendGameRequest, Message>
{
    public async Task<Message> HandleAsync(SendGameRequest request, CancellationToken cancellationToken)
    {
        var target = await pipeline.PrepareAsync(request, SendContent.Game, cancellationToken);
        if (target.Chat is ChannelPeer { Chat: Tl.Channel { Monoforum: true } })
            throw BotApiException.BadRequest("games can't be sent to channel direct messages chats");

        var game = new Tl.InputGameShortName { BotId = new Tl.InputUserSelf(), ShortName = request.GameShortName };
        return await pipeline.SendMediaAsync(target, new Tl.InputMediaGame { Id = game }, cancellationToken);
    }
}
