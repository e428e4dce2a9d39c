using TelegramRest.Accounts;
using TelegramRest.Accounts.Login;
using TelegramRest.BotApi;

namespace TelegramRest.Handlers.Login;

/// <summary>The only operation that belongs to no account: it makes one, and its answer alone carries the token.</summary>
internal sealed class UserLoginHandler(AccountRegistry accounts, Caller caller) : IHandler<UserLoginRequest, AuthorizationState>
{
    public Task<AuthorizationState> HandleAsync(UserLoginRequest request, CancellationToken cancellationToken) =>
        accounts.StartUserLoginAsync(request.PhoneNumber, caller.Address, cancellationToken);
}
