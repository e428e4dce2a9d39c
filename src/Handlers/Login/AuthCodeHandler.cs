using TelegramRest.Accounts;
using TelegramRest.BotApi;

namespace TelegramRest.Handlers.Login;

/// <summary>A code is text, since leading zeros count; the login knows how long a JSON number has to be.</summary>
internal sealed class AuthCodeHandler(IAccount account) : IHandler<AuthCodeRequest, AuthorizationState>
{
    public Task<AuthorizationState> HandleAsync(AuthCodeRequest request, CancellationToken cancellationToken) =>
        account.Login.SubmitCodeAsync(request.Code, cancellationToken);
}
