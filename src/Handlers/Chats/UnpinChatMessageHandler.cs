using TelegramRest.Accounts;
using TelegramRest.BotApi;
using TelegramRest.Handlers.Chats.Shared;
using TelegramRest.Handlers.Shared;

namespace TelegramRest.Handlers.Chats;

/// <summary>Without a number, the message that was pinned last.</summary>
internal sealed class UnpinChatMessageHandler(IAccount account, Pins pins, FullChats chats, BusinessConnections businesses) : IHandler<UnpinChatMessageRequest, bool>
{
    private const string Subject = "message to unpin";

    public async Task<bool> HandleAsync(UnpinChatMessageRequest request, CancellationToken cancellationToken)
    {
        var messageId = request.MessageId ?? 0;
        if (request.BusinessConnectionId is { } connectionId)
        {
            var connection = await businesses.FindAsync(connectionId, cancellationToken);
            var unpinThere = new Tl.Messages.UpdatePinnedMessage { Peer = businesses.Chat(request.ChatId).InputPeer, Id = messageId, Unpin = true };
            await businesses.InvokeAsync(connection, unpinThere, cancellationToken);
            return true;
        }

        var chat = await account.Peers.ResolveChatAsync(request.ChatId, cancellationToken);
        if (messageId == 0)
            messageId = await chats.PinnedIdAsync(chat, cancellationToken) ?? 0;
        var message = await account.Messages.GetAsync(chat, messageId, Subject, cancellationToken);
        var unpin = new Tl.Messages.UpdatePinnedMessage { Peer = chat.InputPeer, Id = messageId, Unpin = true };
        return await pins.ChangeAsync(chat, message, unpin, cancellationToken);
    }
}
