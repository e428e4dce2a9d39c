using TelegramRest.BotApi;

namespace TelegramRest.Accounts.Login;

/// <summary>A finished login: there are no more steps to take.</summary>
internal sealed class FinishedLogin : ILogin
{
    public bool IsReady => true;

    public AuthorizationState State { get; } = new() { AuthorizationStateValue = AuthorizationStep.Ready };

    public Task<AuthorizationState> SubmitCodeAsync(string? code, CancellationToken cancellationToken) => throw Unknown();

    public Task<AuthorizationState> SubmitPasswordAsync(string? password, CancellationToken cancellationToken) => throw Unknown();

    public Task<AuthorizationState> RegisterAsync(string? firstName, string? lastName, bool disableNotification, CancellationToken cancellationToken) => throw Unknown();

    private static BotApiException Unknown() => BotApiException.NotFound("method not found");
}
