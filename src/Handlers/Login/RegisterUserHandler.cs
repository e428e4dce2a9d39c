using TelegramRest.Accounts;
using TelegramRest.BotApi;

namespace TelegramRest.Handlers.Login;

internal sealed class RegisterUserHandler(IAccount account) : IHandler<RegisterUserRequest, AuthorizationState>
{
    public Task<AuthorizationState> HandleAsync(RegisterUserRequest request, CancellationToken cancellationToken) =>
        account.Login.RegisterAsync(request.FirstName, request.LastName, request.DisableNotification ?? false, cancellationToken);
}
