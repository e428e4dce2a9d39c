using System.Security.Cryptography;
using TelegramRest.Accounts.Storage;

namespace TelegramRest.Accounts.Queue;

/// <summary>
/// One account's durable queue. The account's update pump appends in three steps, so that an update and the state that
/// acknowledges it share a transaction: <see cref="Prepare"/> gives ids, <see cref="Write"/> runs inside the transaction,
/// <see cref="Publish"/> shows the updates to pollers once it is committed.
/// </summary>
internal sealed class UpdateQueue
{
    private const int FirstIdMin = 2_000_001;
    private const int FirstIdMax = 1_000_000_000;
    private const int IdEnd = 2_000_000_000;
    private const int MaxCount = 100_000;
    private const long MaxBytes = 1L << 27;
    private const int MaxUpdateBytes = 524_288;
    private const int MaxPast = 100_000;
    private const int MaxFuture = 10;

    private readonly Lock gate = new();
    private readonly long queueId;
    private readonly Store store;
    private readonly TimeProvider time;
    private readonly QueueIndex index = new();

    /// <summary>The next id to assign, and the end of those that are committed.</summary>
    private int nextId;
    private int tail;

    public UpdateQueue(long queueId, Store store, TimeProvider time)
    {
        (this.queueId, this.store, this.time) = (queueId, store, time);
        nextId = tail = store.Read(session => QueueTable.NextId(session, queueId)) ?? FirstId();
        foreach (var entry in store.Read(session => QueueTable.List(session, queueId)))
        {
            index.Append(entry);
        }
    }

    public int PendingCount
    {
        get
        {
            lock (gate)
            {
                return index.Count;
            }
        }
    }

    /// <summary>Updates that were not stored because the queue was full or the update too large.</summary>
    public long DroppedCount { get; private set; }

    /// <summary>Updates became visible.</summary>
    public event Action? Published;

    /// <summary>Gives ids to updates; those for which there is no room are left out.</summary>
    public IReadOnlyList<QueuedUpdate> Prepare(IReadOnlyList<PendingUpdate> updates)
    {
        var result = new List<QueuedUpdate>(updates.Count);
        lock (gate)
        {
            var (newCount, newBytes) = (index.Count, index.Bytes);
            if (nextId + updates.Count > IdEnd)
            {
                // The old updates go in the same transaction that stores the first new one.
                index.Clear();
                (nextId, newCount, newBytes) = (FirstId(), 0, 0);
            }

            foreach (var update in updates)
            {
                if (update.Json.Length > MaxUpdateBytes || newCount >= MaxCount || newBytes + update.Json.Length > MaxBytes)
                {
                    DroppedCount++;
                    continue;
                }

                newCount++;
                newBytes += update.Json.Length;
                result.Add(new QueuedUpdate(nextId, update.ExpiresAt, update.OrderKey, UpdateJson.WithId(update.Json.Span, nextId)));
                nextId++;
            }
        }

        return result;
    }

    /// <summary>The part inside the transaction.</summary>
    public void Write(SqlSession session, IReadOnlyList<QueuedUpdate> updates)
    {
        if (updates.Count == 0)
        {
            return;
        }

        // Only after the ids wrapped are there updates above the new ones.
        QueueTable.DeleteAbove(session, queueId, updates[0].Id);
        foreach (var update in updates)
        {
            QueueTable.Append(session, queueId, update);
        }

        QueueTable.PutNextId(session, queueId, updates[^1].Id + 1);
    }

    /// <summary>The part after the commit.</summary>
    public void Publish(IReadOnlyList<QueuedUpdate> updates)
    {
        if (updates.Count == 0)
        {
            return;
        }

        lock (gate)
        {
            foreach (var update in updates)
            {
                index.Append(new QueueEntry(update.Id, update.ExpiresAt, update.OrderKey, update.Json.Length, update.Json));
            }

            tail = updates[^1].Id + 1;
        }

        Published?.Invoke();
    }

    /// <summary>Unexpired updates from <paramref name="fromId"/> on; nothing is confirmed.</summary>
    public IReadOnlyList<QueuedUpdate> Read(int fromId, int limit)
    {
        var now = Now();
        lock (gate)
        {
            var entries = index.Read(fromId, limit, now);
            return entries.Exists(entry => entry.Json is null)
                ? store.Read(session => QueueTable.Peek(session, queueId, fromId, limit, now))
                : entries.ConvertAll(entry => new QueuedUpdate(entry.Id, entry.ExpiresAt, entry.OrderKey, entry.Json!.Value));
        }
    }

    /// <summary>Applies getUpdates' offset: below it everything is confirmed; negative, it keeps that many from the end; out of reach, it means nothing.</summary>
    /// <returns>The id to read from.</returns>
    public int Confirm(int offset)
    {
        lock (gate)
        {
            Purge();
            if (index.Head is not { } head)
            {
                return offset > 0 && offset <= tail + MaxFuture ? offset : 0;
            }

            if (offset < 0)
            {
                offset = index.FromEnd(offset == int.MinValue ? int.MaxValue : -offset);
            }
            else if (offset == 0 || offset > tail + MaxFuture || offset < head - MaxPast)
            {
                return head;
            }

            if (index.RemoveBelow(offset))
            {
                // Not awaited: a client whose confirmation is lost with the process repeats its offset.
                _ = DeleteAsync(session => QueueTable.DeleteBelow(session, queueId, offset));
            }

            return offset;
        }
    }

    /// <summary>Removes one delivered update.</summary>
    public Task ConfirmOneAsync(int updateId)
    {
        lock (gate)
        {
            return index.Remove(updateId) ? DeleteAsync(session => QueueTable.Delete(session, queueId, updateId)) : Task.CompletedTask;
        }
    }

    /// <summary>Drops everything that waits; ids go on from where they were.</summary>
    public Task ClearAsync()
    {
        lock (gate)
        {
            index.Clear();
            var end = tail;
            return DeleteAsync(session => QueueTable.DeleteBelow(session, queueId, end));
        }
    }

    /// <summary>Removes what has expired, if anything has.</summary>
    public void PurgeExpired()
    {
        lock (gate)
        {
            Purge();
        }
    }

    private void Purge()
    {
        var now = Now();
        if (index.RemoveExpired(now))
        {
            _ = DeleteAsync(session => QueueTable.DeleteExpired(session, queueId, now));
        }
    }

    /// <summary>Failures are logged by the store; what could not be deleted is delivered again at worst.</summary>
    private async Task DeleteAsync(Action<SqlSession> work) =>
        await store.WriteAsync(work).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

    private long Now() => time.GetUtcNow().ToUnixTimeSeconds();

    private static int FirstId() => RandomNumberGenerator.GetInt32(FirstIdMin, FirstIdMax + 1);
}
