namespace TelegramRest.Accounts.Queue;

/// <summary>Slows down clients that spin: repeated offsets, and pollers that throw each other out.</summary>
internal sealed class PollPace(TimeProvider time)
{
    private static readonly TimeSpan Repeat = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan Burst = TimeSpan.FromSeconds(0.5);
    private static readonly TimeSpan ConflictDelay = TimeSpan.FromSeconds(3);

    private int lastOffset = -1;
    private long? lastPoll;
    private long? lastConflict;

    /// <summary>The same offset again within 3 s waits at least 3 s, and within half a second gets one update at most.</summary>
    public (int Limit, int Timeout) Adjust(int offset, int limit, int timeout)
    {
        var now = time.GetTimestamp();
        if (lastPoll is { } last && offset == lastOffset)
        {
            var elapsed = time.GetElapsedTime(last, now);
            timeout = elapsed < Repeat ? Math.Max(timeout, 3) : timeout;
            limit = elapsed < Burst ? 1 : limit;
        }

        (lastOffset, lastPoll) = (offset, now);
        return (limit, timeout);
    }

    /// <summary>How long to hold a conflict back: the first is told at once, those within 3 s of it are not.</summary>
    public TimeSpan NextConflictDelay()
    {
        var now = time.GetTimestamp();
        if (lastConflict is { } last && time.GetElapsedTime(last, now) < ConflictDelay)
        {
            return ConflictDelay;
        }

        lastConflict = now;
        return TimeSpan.Zero;
    }
}
