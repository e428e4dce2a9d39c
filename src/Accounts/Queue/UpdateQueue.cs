using System.Security.Cryptography;
using TelegramRest.Accounts.Storage;
using TelegramRest.BotApi;

namespace TelegramRest.Accounts.Queue;

/// <summary>
/// One account's durable queue. The account's update pump appends in three steps, so that an update and the state that
/// acknowledges it share a transaction: <see cref="Prepare"/> gives ids, <see cref="Write"/> runs inside the transaction,
/// <see cref="Publish"/> shows the updates to pollers once it is committed.
/// </summary>
internal sealed class UpdateQueue : IUpdateQueue
{
    public const string TerminatedByPoll = "terminated by other getUpdates request; make sure that only one bot instance is running";
    public const string TerminatedByWebhook = "terminated by setWebhook request";
    public const string WebhookActive = "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first";

    private const int FirstIdMin = 2_000_001;
    private const int FirstIdMax = 1_000_000_000;
    private const int IdEnd = 2_000_000_000;
    private const int MaxCount = 100_000;
    private const long MaxBytes = 1L << 27;
    private const int MaxUpdateBytes = 524_288;
    private const int MaxPast = 100_000;
    private const int MaxFuture = 10;
    private const int BatchBytes = 4 << 20;
    private const int BatchBytesPerUpdate = 50;

    /// <summary>A burst of updates goes out together: the answer follows the first one by this much.</summary>
    private static readonly TimeSpan WakeDelay = TimeSpan.FromMilliseconds(1);

    private readonly Lock gate = new();
    private readonly long queueId;
    private readonly Store store;
    private readonly TimeProvider time;
    private readonly AllowedUpdates allowed;
    private readonly PollPace pace;
    private readonly QueueIndex index = new();
    private PollWaiter? waiter;

    /// <summary>The next id to assign, and the end of those that are committed.</summary>
    private int nextId;
    private int tail;
    private bool closed;

    public UpdateQueue(long queueId, Store store, AllowedUpdates allowed, TimeProvider time)
    {
        (this.queueId, this.store, this.allowed, this.time) = (queueId, store, allowed, time);
        pace = new PollPace(time);
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

    /// <summary>getUpdates is refused.</summary>
    public bool HasWebhook { get; set; }

    /// <summary>Called after updates became visible.</summary>
    public Action? Published { get; set; }

    public async Task<IReadOnlyList<ReadOnlyMemory<byte>>> GetAsync(
        int offset, int limit, int timeout, IReadOnlyList<string>? allowedUpdates, CancellationToken cancellationToken)
    {
        if (HasWebhook)
        {
            throw await ConflictAsync(WebhookActive, cancellationToken);
        }

        if (allowedUpdates is not null)
        {
            allowed.Set(allowedUpdates);
        }

        limit = Math.Clamp(limit, 1, 100);
        timeout = Math.Clamp(timeout, 0, 50);
        PollWaiter own;
        int from;
        lock (gate)
        {
            Purge();
            (limit, timeout) = pace.Adjust(offset, limit, timeout);
            from = Confirm(offset);
            var ready = Read(from, limit);
            if (ready.Count > 0 || timeout == 0 || closed)
            {
                return Cut(ready);
            }

            waiter?.Evict(TerminatedByPoll);
            waiter = own = new PollWaiter();
        }

        try
        {
            var conflict = await own.Signal.WaitAsync(TimeSpan.FromSeconds(timeout), time, cancellationToken);
            if (conflict is not null)
            {
                throw await ConflictAsync(conflict, cancellationToken);
            }

            if (!closed)
            {
                await Task.Delay(WakeDelay, time, cancellationToken);
            }
        }
        catch (TimeoutException)
        {
            return [];
        }
        finally
        {
            lock (gate)
            {
                waiter = waiter == own ? null : waiter;
            }
        }

        lock (gate)
        {
            return Cut(Read(from, limit));
        }
    }

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
                index.Append(new QueueEntry(update.Id, update.ExpiresAt, update.OrderKey, update.Json.Length, update.Json.ToArray()));
            }

            tail = updates[^1].Id + 1;
            waiter?.Wake();
        }

        Published?.Invoke();
    }

    /// <summary>For webhook delivery: unexpired updates above <paramref name="afterId"/>; nothing is confirmed.</summary>
    public IReadOnlyList<QueuedUpdate> Peek(int afterId, int limit)
    {
        lock (gate)
        {
            return Read(afterId == int.MaxValue ? afterId : afterId + 1, limit);
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

    /// <summary>Throws a waiting getUpdates out, because a webhook takes over.</summary>
    public void Evict(string conflict)
    {
        lock (gate)
        {
            waiter?.Evict(conflict);
            waiter = null;
        }
    }

    /// <summary>An account drains it again.</summary>
    public void Open()
    {
        lock (gate)
        {
            closed = false;
        }
    }

    /// <summary>Answers a waiting getUpdates with what there is; later calls do not wait.</summary>
    public void Close()
    {
        lock (gate)
        {
            closed = true;
            waiter?.Wake();
        }
    }

    private async Task<BotApiException> ConflictAsync(string text, CancellationToken cancellationToken)
    {
        TimeSpan delay;
        lock (gate)
        {
            delay = pace.NextConflictDelay();
        }

        if (delay > TimeSpan.Zero)
        {
            await Task.Delay(delay, time, cancellationToken);
        }

        return BotApiException.Conflict(text);
    }

    /// <summary>Applies an offset and gives the id to read from.</summary>
    private int Confirm(int offset)
    {
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

    private void Purge()
    {
        var now = Now();
        if (index.RemoveExpired(now))
        {
            _ = DeleteAsync(session => QueueTable.DeleteExpired(session, queueId, now));
        }
    }

    private List<QueuedUpdate> Read(int fromId, int limit)
    {
        var now = Now();
        var entries = index.Read(fromId, limit, now);
        if (entries.Exists(entry => entry.Json is null))
        {
            return store.Read(session => QueueTable.Peek(session, queueId, fromId, limit, now));
        }

        return entries.ConvertAll(entry => new QueuedUpdate(entry.Id, entry.ExpiresAt, entry.OrderKey, entry.Json));
    }

    private static List<ReadOnlyMemory<byte>> Cut(List<QueuedUpdate> updates)
    {
        var result = new List<ReadOnlyMemory<byte>>(updates.Count);
        var budget = BatchBytes;
        foreach (var update in updates)
        {
            if (budget <= 0)
            {
                break;
            }

            budget -= BatchBytesPerUpdate + update.Json.Length;
            result.Add(update.Json);
        }

        return result;
    }

    /// <summary>Failures are logged by the store; what could not be deleted is delivered again at worst.</summary>
    private async Task DeleteAsync(Action<SqlSession> work) =>
        await store.WriteAsync(work).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

    private long Now() => time.GetUtcNow().ToUnixTimeSeconds();

    private static int FirstId() => RandomNumberGenerator.GetInt32(FirstIdMin, FirstIdMax + 1);
}
