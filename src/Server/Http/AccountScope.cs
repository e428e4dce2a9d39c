using TelegramRest.Accounts;

namespace TelegramRest.Server.Http;

/// <summary>The account that one request, or one method call in a webhook's answer, is made for.</summary>
internal sealed class AccountScope
{
    private IAccount? _account;

    /// <exception cref="InvalidOperationException">The operation belongs to no account.</exception>
    public IAccount Account
    {
        get => _account ?? throw new InvalidOperationException("No account was resolved for this request.");
        set => _account = value;
    }
}
