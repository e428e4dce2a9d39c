using TelegramRest.Accounts;
using TelegramRest.BotApi;

namespace TelegramRest.Handlers.Account;

/// <summary>Ends the session at Telegram, so that the bot may move to another server at once.</summary>
internal sealed class LogOutHandler(IAccount account) : IHandler<LogOutRequest, bool>
{
    public async Task<bool> HandleAsync(LogOutRequest request, CancellationToken cancellationToken)
    {
        await account.LogOutAsync(cancellationToken);
        return true;
    }
}
