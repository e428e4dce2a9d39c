using TelegramRest.Accounts;
using TelegramRest.BotApi;
using TelegramRest.Handlers.Chats.Shared;
using TelegramRest.Handlers.Shared;

namespace TelegramRest.Handlers.Chats;

internal sealed class PinChatMessageHandler(IAccount account, Pins pins, BusinessConnections businesses) : IHandler<PinChatMessageRequest, bool>
{
    public async Task<bool> HandleAsync(PinChatMessageRequest request, CancellationToken cancellationToken)
    {
        if (request.BusinessConnectionId is { } connectionId)
        {
            var connection = await businesses.FindAsync(connectionId, cancellationToken);
            var pinThere = new Tl.Messages.UpdatePinnedMessage { Peer = businesses.Chat(request.ChatId).InputPeer, Id = request.MessageId };
            await businesses.InvokeAsync(connection, pinThere, cancellationToken);
            return true;
        }

        var chat = await account.Peers.ResolveChatAsync(request.ChatId, cancellationToken);
        var message = await account.Messages.GetAsync(chat, request.MessageId, "message to pin", cancellationToken);
        var pin = new Tl.Messages.UpdatePinnedMessage { Peer = chat.InputPeer, Id = request.MessageId, Silent = request.DisableNotification == true };
        return await pins.ChangeAsync(chat, message, pin, cancellationToken);
    }
}
