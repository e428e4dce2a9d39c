using TelegramRest.BotApi;

namespace TelegramRest.Accounts.Queue;

/// <summary>getUpdates over one queue: at most one call waits, and a second one that has to wait takes its place.</summary>
internal sealed class UpdatePolling : IUpdateQueue
{
    public const string TerminatedByPoll = "terminated by other getUpdates request; make sure that only one bot instance is running";
    public const string TerminatedByWebhook = "terminated by setWebhook request";
    public const string WebhookActive = "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first";

    private const int BatchBytes = 4 << 20;
    private const int BatchBytesPerUpdate = 50;

    /// <summary>A burst of updates goes out together: the answer follows the first one by this much.</summary>
    private static readonly TimeSpan WakeDelay = TimeSpan.FromMilliseconds(1);

    private readonly Lock gate = new();
    private readonly UpdateQueue queue;
    private readonly AllowedUpdates allowed;
    private readonly TimeProvider time;
    private readonly PollPace pace;
    private PollWaiter? waiter;
    private bool closed;

    public UpdatePolling(UpdateQueue queue, AllowedUpdates allowed, TimeProvider time)
    {
        (this.queue, this.allowed, this.time) = (queue, allowed, time);
        pace = new PollPace(time);
        queue.Published += Wake;
    }

    public int PendingCount => queue.PendingCount;

    /// <summary>getUpdates is refused.</summary>
    public bool HasWebhook { get; set; }

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
            (limit, timeout) = pace.Adjust(offset, limit, timeout);
            from = queue.Confirm(offset);
            var ready = queue.Read(from, limit);
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

        return Cut(queue.Read(from, limit));
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

    private static List<ReadOnlyMemory<byte>> Cut(IReadOnlyList<QueuedUpdate> updates)
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

    private void Wake()
    {
        lock (gate)
        {
            waiter?.Wake();
        }
    }
}
