using TelegramRest.Simulator.Sessions;

namespace TelegramRest.Simulator.World;

/// <summary>
/// Updates on their way to clients. They are queued in the order in which the world changed and leave only when the change is on disk:
/// a client must never be ahead of what survives a crash.
/// </summary>
internal sealed class Outbox(IUpdatePusher pusher)
{
    private readonly Queue<(long Number, long UserId, Tl.UpdatesBase Updates, long ExceptSessionId)> _queue = new();
    private readonly Lock _queueGate = new();
    private readonly Lock _releaseGate = new();
    private long _last;

    /// <summary>The number of the newest queued update; to be read in the same critical section that queued it.</summary>
    public long Last => Volatile.Read(ref _last);

    public void Add(long userId, Tl.UpdatesBase updates, long exceptSessionId)
    {
        lock (_queueGate)
            _queue.Enqueue((++_last, userId, updates, exceptSessionId));
    }

    /// <summary>Sends everything up to <paramref name="number"/>, in order.</summary>
    public void Release(long number)
    {
        // One releaser at a time, or two of them would interleave what they took.
        lock (_releaseGate)
        {
            while (true)
            {
                (long Number, long UserId, Tl.UpdatesBase Updates, long ExceptSessionId) next;
                lock (_queueGate)
                {
                    if (!_queue.TryPeek(out next) || next.Number > number)
                        return;
                    _queue.Dequeue();
                }

                pusher.Push(next.UserId, next.Updates, next.ExceptSessionId);
            }
        }
    }
}
