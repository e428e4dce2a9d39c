using TelegramRest.Accounts;
using TelegramRest.BotApi;
using TelegramRest.Handlers.Inline.Shared;
using TelegramRest.Mapping.Keyboards;

namespace TelegramRest.Handlers.Inline;

internal sealed class SavePreparedInlineMessageHandler(IAccount account, InlineResults inline) : IHandler<SavePreparedInlineMessageRequest, PreparedInlineMessage>
{
    public async Task<PreparedInlineMessage> HandleAsync(SavePreparedInlineMessageRequest request, CancellationToken cancellationToken)
    {
        var user = await account.Peers.ResolveUserAsync(request.UserId, cancellationToken);
        var result = await inline.ToTlAsync(request.Result, cancellationToken);
        var types = TargetChatTypes.ToTl(request.AllowUserChats, request.AllowBotChats, request.AllowGroupChats, request.AllowChannelChats);
        var saved = await account.InvokeAsync(
            new Tl.Messages.SavePreparedInlineMessage { UserId = user.Input, Result = result, PeerTypes = types },
            cancellationToken);
        return new PreparedInlineMessage { Id = saved.Id, ExpirationDate = saved.ExpireDate };
    }
}
