using TelegramRest.Accounts;
using TelegramRest.BotApi;

namespace TelegramRest.Handlers.Login;

internal sealed class AuthPasswordHandler(IAccount account) : IHandler<AuthPasswordRequest, AuthorizationState>
{
    public Task<AuthorizationState> HandleAsync(AuthPasswordRequest request, CancellationToken cancellationToken) =>
        account.Login.SubmitPasswordAsync(request.Password, cancellationToken);
}
