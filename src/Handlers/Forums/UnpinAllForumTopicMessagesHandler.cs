using TelegramRest.Accounts;
using TelegramRest.BotApi;
using TelegramRest.Handlers.Chats.Shared;

namespace TelegramRest.Handlers.Forums;

internal sealed class UnpinAllForumTopicMessagesHandler(IAccount account, Pins pins) : IHandler<UnpinAllForumTopicMessagesRequest, bool>
{
    public async Task<bool> HandleAsync(UnpinAllForumTopicMessagesRequest request, CancellationToken cancellationToken)
    {
        var chat = await account.Peers.ResolveChatAsync(request.ChatId, cancellationToken);
        return await pins.ClearAsync(chat, request.MessageThreadId, cancellationToken);
    }
}
