namespace TelegramRest.Accounts;

/// <summary>An account in memory, or on its way there.</summary>
internal sealed class OpenAccount
{
    private readonly Lazy<Task<Account>> opening;

    /// <summary>The first to wait starts it.</summary>
    public OpenAccount(Func<Task<Account>> open, long openedAt) => (opening, OpenedAt) = (new Lazy<Task<Account>>(() => Task.Run(open)), openedAt);

    public OpenAccount(Account account, long openedAt) => (opening, OpenedAt) = (new Lazy<Task<Account>>(Task.FromResult(account)), openedAt);

    /// <summary>Timestamp.</summary>
    public long OpenedAt { get; }

    /// <summary>Null until it is open.</summary>
    public Account? Account => opening is { IsValueCreated: true, Value.IsCompletedSuccessfully: true } ? opening.Value.Result : null;

    public ValueTask<Account> WaitAsync(CancellationToken cancellationToken)
    {
        var task = opening.Value;
        return task.IsCompletedSuccessfully ? new(task.Result) : new(task.WaitAsync(cancellationToken));
    }

    /// <summary>Waits for the opening to end either way.</summary>
    public async Task<Account?> TryGetAsync()
    {
        if (!opening.IsValueCreated)
        {
            return null;
        }

        await ((Task)opening.Value).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return Account;
    }
}
