using TelegramRest.Accounts;
using TelegramRest.BotApi;
using TelegramRest.Mapping;

namespace TelegramRest.Handlers.Account;

/// <summary>Answered from what the login brought and updates keep current: no call leaves for Telegram.</summary>
internal sealed class GetMeHandler(IAccount account) : IHandler<GetMeRequest, User>
{
    public Task<User> HandleAsync(GetMeRequest request, CancellationToken cancellationToken) => Task.FromResult(UserMapper.Me(account.Self));
}
