using TelegramRest.Accounts;
using TelegramRest.BotApi;

namespace TelegramRest.Handlers.Account;

/// <summary>The session stays logged in; the next request brings the account back.</summary>
internal sealed class CloseHandler(IAccount account) : IHandler<CloseRequest, bool>
{
    public async Task<bool> HandleAsync(CloseRequest request, CancellationToken cancellationToken)
    {
        await account.CloseAsync(cancellationToken);
        return true;
    }
}
