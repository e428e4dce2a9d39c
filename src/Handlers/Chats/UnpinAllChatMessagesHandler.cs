using TelegramRest.Accounts;
using TelegramRest.BotApi;
using TelegramRest.Handlers.Chats.Shared;

namespace TelegramRest.Handlers.Chats;

internal sealed class UnpinAllChatMessagesHandler(IAccount account, Pins pins) : IHandler<UnpinAllChatMessagesRequest, bool>
{
    public async Task<bool> HandleAsync(UnpinAllChatMessagesRequest request, CancellationToken cancellationToken)
    {
        var chat = await account.Peers.ResolveChatAsync(request.ChatId, cancellationToken);
        return await pins.ClearAsync(chat, topicId: null, cancellationToken);
    }
}
