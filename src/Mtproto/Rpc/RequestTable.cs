using System.Diagnostics.CodeAnalysis;

namespace TelegramRest.Mtproto.Rpc;

/// <summary>
/// All requests of a session: those that wait (what has to be sent again goes first), and those sent and not answered. Guarded by the session's lock.
/// </summary>
internal sealed class RequestTable
{
    /// <summary>A request that was sent this often without an answer is not worth another try.</summary>
    private const int MostSendings = 12;

    private Queue<PendingRequest>? again;
    private Queue<PendingRequest>? waiting;
    private Dictionary<long, PendingRequest>? sent;

    public bool AnyWaiting => TryPeek(out _);

    public bool AnySent => sent is { Count: > 0 };

    /// <summary>Those sent and those waiting, cancelled ones among them.</summary>
    public int Count => (again?.Count ?? 0) + (waiting?.Count ?? 0) + (sent?.Count ?? 0);

    public bool IsEmpty => !AnySent && !AnyWaiting;

    public void Enqueue(PendingRequest request) => (waiting ??= new()).Enqueue(request);

    /// <summary>The next to send, past those that were cancelled while they waited.</summary>
    public bool TryPeek([NotNullWhen(true)] out PendingRequest? request) => TryPeek(again, out request) || TryPeek(waiting, out request);

    /// <summary>Takes away what <see cref="TryPeek(out PendingRequest?)"/> found.</summary>
    public void Dequeue()
    {
        if (TryPeek(again, out _))
            again!.Dequeue();
        else
            waiting!.Dequeue();
    }

    public void MarkSent(PendingRequest request, long messageId, TimeSpan now)
    {
        request.MessageId = messageId;
        request.ContainerId = 0;
        request.SentAt = now;
        request.Sendings++;
        (sent ??= [])[messageId] = request;
    }

    /// <summary>Takes an answered request out; false when nobody waits for it any more.</summary>
    public bool TryTake(long messageId, [NotNullWhen(true)] out PendingRequest? request)
    {
        request = null;
        return sent is not null && sent.Remove(messageId, out request);
    }

    /// <summary>Forgets a request that its caller gave up.</summary>
    public void Forget(PendingRequest request)
    {
        if (sent is not null && sent.TryGetValue(request.MessageId, out var known) && known == request)
            sent.Remove(request.MessageId);
    }

    /// <summary>Puts a request that was taken out back in front, to be sent under a new message id.</summary>
    public void SendAgain(PendingRequest request)
    {
        request.MessageId = 0;
        if (request.Sendings >= MostSendings)
            request.Fail(new RpcTransportException("The data centre refused the request again and again.", mayHaveBeenSent: true));
        else
            (again ??= new()).Enqueue(request);
    }

    /// <summary>Sends those again, in their order, that went out as or inside the message with this id; true when there were any.</summary>
    public bool SendAgain(long messageId, Action<PendingRequest>? prepare = null) =>
        SendAgainWhere(request => request.MessageId == messageId || request.ContainerId == messageId, prepare);

    /// <summary>Sends all again that were sent before this message id.</summary>
    public bool SendAgainBefore(long messageId) => SendAgainWhere(request => request.MessageId < messageId, null);

    public bool SendAllAgain() => SendAgainWhere(_ => true, null);

    /// <summary>The ids of all that were sent and not answered.</summary>
    public long[] SentIds() => sent is null ? [] : [.. sent.Keys];

    public bool HasSent(long messageId) => sent is not null && sent.ContainsKey(messageId);

    /// <summary>When the oldest unanswered request was sent; null when there is none.</summary>
    public TimeSpan? OldestSent() => AnySent ? sent!.Values.Min(request => request.SentAt) : null;

    /// <summary>Fails every request, sent or waiting, that was queued before a moment.</summary>
    public void FailQueuedBefore(TimeSpan moment, Func<PendingRequest, Exception> reason)
    {
        foreach (var request in Waiting().Where(request => request.QueuedAt < moment))
            request.Fail(reason(request));
        if (sent is null)
            return;
        foreach (var request in sent.Values.Where(request => request.QueuedAt < moment).ToArray())
        {
            sent.Remove(request.MessageId);
            request.Fail(reason(request));
        }
    }

    private IEnumerable<PendingRequest> Waiting() => (again ?? []).Concat(waiting ?? []);

    private bool SendAgainWhere(Func<PendingRequest, bool> condition, Action<PendingRequest>? prepare)
    {
        if (!AnySent)
            return false;
        var found = sent!.Values.Where(condition).OrderBy(request => request.MessageId).ToArray();
        foreach (var request in found)
        {
            sent.Remove(request.MessageId);
            prepare?.Invoke(request);
            SendAgain(request);
        }

        return found.Length > 0;
    }

    private static bool TryPeek(Queue<PendingRequest>? queue, [NotNullWhen(true)] out PendingRequest? request)
    {
        request = null;
        while (queue is not null && queue.TryPeek(out request) && request.IsDone)
            queue.Dequeue();
        return queue is { Count: > 0 };
    }
}
