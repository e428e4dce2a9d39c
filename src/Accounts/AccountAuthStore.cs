using TelegramRest.Accounts.Storage;
using TelegramRest.Mtproto;

namespace TelegramRest.Accounts;

/// <summary>
/// One account's keys. Until the login is complete they live in memory alone, so that a failed attempt leaves no trace and a wrong
/// token cannot disturb the account that it names.
/// </summary>
internal sealed class AccountAuthStore(Store store, Vault vault, long accountId, bool isStored) : IAuthStore
{
    private readonly Lock gate = new();
    private readonly Dictionary<int, DcAuth> keys = [];
    private int? homeDc;
    private bool stored = isStored;

    public int? HomeDc => homeDc;

    public ValueTask<AuthState> LoadAsync(CancellationToken cancellationToken)
    {
        if (!stored)
        {
            return new(new AuthState(homeDc, [.. keys.Values]));
        }

        var (home, rows) = store.Read(session => (AccountTable.Find(session, accountId)?.HomeDc, KeyTable.List(session, accountId)));
        homeDc = home;
        return new(new AuthState(home, rows.ConvertAll(row => new DcAuth(row.DcId, vault.Open(row.Key), row.Salt, row.TimeOffset, row.Authorized))));
    }

    public ValueTask SaveAsync(DcAuth auth, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            if (!stored)
            {
                keys[auth.DcId] = auth;
                return ValueTask.CompletedTask;
            }
        }

        var row = Row(auth);
        return new(store.WriteAsync(session => KeyTable.Put(session, accountId, row)));
    }

    public ValueTask RemoveAsync(int dcId, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            if (!stored)
            {
                keys.Remove(dcId);
                return ValueTask.CompletedTask;
            }
        }

        return new(store.WriteAsync(session => KeyTable.Delete(session, accountId, dcId)));
    }

    public ValueTask SaveHomeDcAsync(int dcId, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            homeDc = dcId;
            if (!stored)
            {
                return ValueTask.CompletedTask;
            }
        }

        return new(store.WriteAsync(session => AccountTable.PutHomeDc(session, accountId, dcId)));
    }

    /// <summary>The login is complete: <paramref name="account"/> and all keys are stored in one transaction, in place of what was.</summary>
    public Task CommitAsync(AccountRow account)
    {
        // Queued under the lock: a key that changes at this moment must be written after these.
        lock (gate)
        {
            var rows = keys.Values.Select(Row).ToList();
            keys.Clear();
            stored = true;
            return store.WriteAsync(session =>
            {
                AccountTable.DeleteSession(session, accountId);
                AccountTable.Put(session, account);
                rows.ForEach(row => KeyTable.Put(session, accountId, row));
            });
        }
    }

    private KeyRow Row(DcAuth auth) => new(auth.DcId, vault.Protect(auth.Key.Span), auth.Salt, auth.TimeOffset, auth.Authorized);
}
