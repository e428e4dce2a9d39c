using TelegramRest.BotApi;

namespace TelegramRest.Accounts.Login;

/// <summary>A person's way from phone number to session. Each step answers the state it leads to.</summary>
/// <remarks>https://core.telegram.org/api/auth</remarks>
public interface ILogin
{
    /// <summary>The session may be used.</summary>
    bool IsReady { get; }

    /// <summary>What is waited for now; never carries the token.</summary>
    AuthorizationState State { get; }

    /// <param name="code">Digits that are too few, as a JSON number's are, get zeros on the left up to the length that Telegram announced.</param>
    Task<AuthorizationState> SubmitCodeAsync(string? code, CancellationToken cancellationToken);

    Task<AuthorizationState> SubmitPasswordAsync(string? password, CancellationToken cancellationToken);

    Task<AuthorizationState> RegisterAsync(string? firstName, string? lastName, bool disableNotification, CancellationToken cancellationToken);
}
