using TelegramRest.Accounts;
using TelegramRest.BotApi;
using TelegramRest.Handlers.Chats.Shared;

namespace TelegramRest.Handlers.Forums;

internal sealed class UnpinAllGeneralForumTopicMessagesHandler(IAccount account, Pins pins) : IHandler<UnpinAllGeneralForumTopicMessagesRequest, bool>
{
    private const int General = 1;

    public async Task<bool> HandleAsync(UnpinAllGeneralForumTopicMessagesRequest request, CancellationToken cancellationToken)
    {
        var chat = await account.Peers.ResolveChatAsync(request.ChatId, cancellationToken);
        return await pins.ClearAsync(chat, General, cancellationToken);
    }
}
