using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using TelegramRest.Simulator.Storage;

namespace TelegramRest.Simulator.Sessions.Keys;

/// <summary>All authorisation keys, in memory and in the store, and which account each is logged in to.</summary>
internal sealed class AuthKeyTable
{
    private const string Table = "auth_keys";

    private readonly IStateStore _store;
    private readonly TimeProvider _time;
    private readonly ConcurrentDictionary<long, AuthKey> _keys = new();
    private readonly ConcurrentDictionary<long, ConcurrentDictionary<long, AuthKey>> _byUser = new();
    private readonly ConcurrentDictionary<long, ConcurrentDictionary<long, AuthKey>> _bound = new();

    public AuthKeyTable(IStateStore store, TimeProvider time)
    {
        _store = store;
        _time = time;
        var now = Now;
        foreach (var (row, value) in store.Scan(Table).ToList())
        {
            var stored = JsonSerializer.Deserialize(value, StoredAuthKeyJson.Default.StoredAuthKey)!;
            if (stored.ExpiresAt != 0 && stored.ExpiresAt < now)
                store.Delete(Table, row);
            else
                Restore(stored);
        }
    }

    /// <summary>Unix seconds.</summary>
    public int Now => (int)_time.GetUtcNow().ToUnixTimeSeconds();

    public AuthKey? Find(long id)
    {
        if (!_keys.TryGetValue(id, out var key))
            return null;
        if (!key.IsTemporary || key.ExpiresAt >= Now)
            return key;
        Remove(key);
        return null;
    }

    /// <summary>The key that accounts are bound to: itself, or the permanent key behind a bound temporary one; null while it is not bound.</summary>
    public AuthKey? IdentityOf(AuthKey key) => key.IsTemporary ? Find(key.PermanentKeyId) : key;

    /// <summary>Adds a fresh key; it survives a kill of the process when the task has completed. False when the id is taken.</summary>
    public async ValueTask<bool> AddAsync(byte[] secret, int dcId, long firstSalt, int expiresAt, string remoteAddress, CancellationToken cancellationToken)
    {
        var key = new AuthKey(secret, dcId, OnChanged) { FirstSalt = firstSalt, CreatedAt = Now, ExpiresAt = expiresAt, RemoteAddress = remoteAddress, ActiveAt = Now };
        if (!_keys.TryAdd(key.Id, key))
            return false;
        Store(key);
        await _store.FlushAsync(cancellationToken);
        return true;
    }

    public void Remove(AuthKey key)
    {
        if (_keys.TryRemove(key.Id, out _))
            _store.Delete(Table, Row(key));
        if (_bound.TryGetValue(key.PermanentKeyId, out var bound))
            bound.TryRemove(key.Id, out _);
        key.Bind(null);
    }

    /// <summary>The permanent keys logged in to an account.</summary>
    public ICollection<AuthKey> OfUser(long userId) => _byUser.TryGetValue(userId, out var keys) ? keys.Values : [];

    /// <summary>The temporary keys bound to a permanent one.</summary>
    public IEnumerable<AuthKey> BoundTo(long keyId) => _bound.TryGetValue(keyId, out var keys) ? keys.Values : [];

    private static string Row(AuthKey key) => key.Id.ToString("x16", CultureInfo.InvariantCulture);

    private void OnChanged(AuthKey key, long? userBefore)
    {
        if (userBefore is { } before && before != key.UserId && _byUser.TryGetValue(before, out var keys))
            keys.TryRemove(key.Id, out _);
        Index(key);
        if (_keys.ContainsKey(key.Id))
            Store(key);
    }

    private void Store(AuthKey key)
    {
        var stored = new StoredAuthKey(key.Secret, key.DcId, key.FirstSalt, key.CreatedAt, key.ExpiresAt, key.PermanentKeyId, key.Layer, key.UserId, key.Imported, key.Client, key.RemoteAddress);
        _store.Put(Table, Row(key), JsonSerializer.SerializeToUtf8Bytes(stored, StoredAuthKeyJson.Default.StoredAuthKey));
    }

    private void Restore(StoredAuthKey stored)
    {
        var key = new AuthKey(stored.Secret, stored.DcId, OnChanged)
        {
            FirstSalt = stored.FirstSalt,
            CreatedAt = stored.CreatedAt,
            ExpiresAt = stored.ExpiresAt,
            RemoteAddress = stored.RemoteAddress,
            ActiveAt = stored.CreatedAt,
        };
        key.Restore(stored.PermanentKeyId, stored.Layer, stored.Client, stored.UserId, stored.Imported);
        _keys[key.Id] = key;
        Index(key);
    }

    private void Index(AuthKey key)
    {
        if (key.UserId is { } userId)
            _byUser.GetOrAdd(userId, _ => new())[key.Id] = key;
        if (key.PermanentKeyId != 0)
            _bound.GetOrAdd(key.PermanentKeyId, _ => new())[key.Id] = key;
    }
}
