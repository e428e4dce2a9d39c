using TelegramRest.Mtproto;

namespace TelegramRest.Accounts;

/// <summary>Hands what the connection hears to the account. A push waits for its turn, so that a slow store slows the connection and nothing piles up.</summary>
internal sealed class AccountListener(Account account) : IMtprotoListener
{
    public ValueTask OnUpdatesAsync(Tl.UpdatesBase updates) =>
        new(account.RunUpdatesAsync((sequencer, cancellationToken) => sequencer.HandleAsync(updates, cancellationToken)));

    public ValueTask OnSessionLostAsync() => new(account.RecoverUpdatesAsync());

    public ValueTask OnAuthorizationLostAsync(RpcException error)
    {
        // Not awaited: ending the account closes the connection whose pump calls here.
        _ = Task.Run(() => account.RevokeAsync());
        return ValueTask.CompletedTask;
    }
}
