using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Logging;
using TelegramRest.Accounts.Storage;
using TelegramRest.BotApi;

namespace TelegramRest.Accounts.Sends;

/// <summary>
/// Remembers for a day what was sent under which Idempotency-Key, in a file of its own whose every commit reaches the disk. A record goes
/// prepared (its random ids are stored, nothing has left) → sent (Telegram told the message ids) → answered.
/// </summary>
internal sealed class SendLedger : IAsyncDisposable
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(24);

    private readonly Store store;
    private readonly TimeProvider time;
    private readonly ConcurrentDictionary<(long AccountId, string KeyHash), Task> running = [];
    private readonly ConcurrentDictionary<(long AccountId, long RandomId), byte> pending;

    public SendLedger(string directory, TimeProvider time, ILogger logger)
    {
        this.time = time;
        store = Store.Open(directory, "sends.db", durable: true, SendTable.Create, logger);
        pending = new(store.Read(SendTable.Pending).Select(id => KeyValuePair.Create(id, (byte)0)));
    }

    /// <summary>Takes up the request of a key. Of several at the same time one runs and the others wait for what becomes of it.</summary>
    /// <param name="key">As the caller wrote it.</param>
    /// <param name="fingerprint">SHA-256 of the operation and its parameters.</param>
    /// <exception cref="BotApiException">409: the key was used for another request.</exception>
    public async Task<KeyedSend> BeginAsync(long accountId, string key, byte[] fingerprint, CancellationToken cancellationToken)
    {
        var keyHash = SHA256.HashData(Encoding.UTF8.GetBytes(key));
        var name = (accountId, Convert.ToHexString(keyHash));
        var ending = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        while (running.GetOrAdd(name, ending.Task) is { } other && other != ending.Task)
        {
            await other.WaitAsync(cancellationToken);
        }

        try
        {
            var now = time.GetUtcNow().ToUnixTimeSeconds();
            var row = store.Read(session => SendTable.Find(session, accountId, keyHash));
            if (row is not null && row.CreatedAt <= now - (long)Lifetime.TotalSeconds)
            {
                row = null;
            }

            if (row is not null && !row.Fingerprint.AsSpan().SequenceEqual(fingerprint))
            {
                throw BotApiException.Conflict("the Idempotency-Key was used for another request");
            }

            return new KeyedSend(
                this, row ?? new KeyedRow(accountId, keyHash, fingerprint, now, RandomNumberGenerator.GetBytes(32), null), isResumed: row is not null, End);
        }
        catch
        {
            End();
            throw;
        }

        void End()
        {
            running.TryRemove(name, out _);
            ending.TrySetResult();
        }
    }

    /// <summary>Says whether this is a message of a keyed request whose id is not known yet.</summary>
    public bool IsPending(long accountId, long randomId) => pending.ContainsKey((accountId, randomId));

    /// <summary>Stores that these messages are about to be sent. Nothing may leave before it has completed.</summary>
    public Task PrepareAsync(KeyedRow row, IReadOnlyList<long> randomIds)
    {
        foreach (var randomId in randomIds)
        {
            pending.TryAdd((row.AccountId, randomId), 0);
        }

        var oldest = time.GetUtcNow().ToUnixTimeSeconds() - (long)Lifetime.TotalSeconds;
        return store.WriteAsync(session =>
        {
            SendTable.DeleteBefore(session, oldest);
            SendTable.Put(session, row);
            foreach (var randomId in randomIds)
            {
                SendTable.AddMessage(session, row.AccountId, randomId, row.CreatedAt);
            }
        });
    }

    /// <summary>Stores the ids that Telegram gave to messages. It has to complete before the update state that acknowledges them is stored.</summary>
    public async Task NoteAsync(long accountId, IReadOnlyCollection<(long RandomId, int MessageId)> sent)
    {
        await store.WriteAsync(session =>
        {
            foreach (var (randomId, messageId) in sent)
            {
                SendTable.PutMessageId(session, accountId, randomId, messageId);
            }
        });
        Unwatch(accountId, sent.Select(message => message.RandomId));
    }

    /// <summary>The ids of those messages that were sent.</summary>
    public IReadOnlyDictionary<long, int> MessageIds(long accountId, IReadOnlyList<long> randomIds) => store.Read(session =>
    {
        var found = new Dictionary<long, int>();
        foreach (var randomId in randomIds)
        {
            if (SendTable.MessageId(session, accountId, randomId) is { } messageId)
            {
                found[randomId] = messageId;
            }
        }

        return found;
    });

    /// <summary>Keeps the answer. Ids that Telegram has not told by now (a business account's, say) are not waited for any longer.</summary>
    public async Task CompleteAsync(KeyedRow row, IReadOnlyList<long> randomIds, byte[] answer)
    {
        await store.WriteAsync(session => SendTable.Put(session, row with { Answer = answer }));
        Unwatch(row.AccountId, randomIds);
    }

    /// <summary>Nothing was sent: the key is free again.</summary>
    public Task ForgetAsync(KeyedRow row, IReadOnlyList<long> randomIds)
    {
        Unwatch(row.AccountId, randomIds);
        return store.WriteAsync(session =>
        {
            SendTable.Delete(session, row.AccountId, row.KeyHash);
            foreach (var randomId in randomIds)
            {
                SendTable.DeleteMessage(session, row.AccountId, randomId);
            }
        });
    }

    public Task ForgetAccountAsync(long accountId) => store.WriteAsync(session => SendTable.DeleteAccount(session, accountId));

    public ValueTask DisposeAsync() => store.DisposeAsync();

    private void Unwatch(long accountId, IEnumerable<long> randomIds)
    {
        foreach (var randomId in randomIds)
        {
            pending.TryRemove((accountId, randomId), out _);
        }
    }
}
