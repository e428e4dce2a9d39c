namespace TelegramRest.Simulator.Sessions.Messages;

/// <summary>The message ids of one session's server side: Unix time in the upper half, ever increasing (https://core.telegram.org/mtproto/description#message-identifier-msg-id).</summary>
internal sealed class MessageIds(TimeProvider time)
{
    /// <summary>The id answers a message of the client.</summary>
    public const int Answer = 1;

    /// <summary>The id stands for something that the server says by itself.</summary>
    public const int Push = 3;

    private long _last;

    public long Next(int kind)
    {
        var id = (Now(time) & ~3L) | (long)kind;
        if (id <= _last)
            id = (_last & ~3L) + 4 + kind;
        _last = id;
        return id;
    }

    /// <summary>The clock as a message id.</summary>
    public static long Now(TimeProvider time)
    {
        var ticks = time.GetUtcNow().Ticks - DateTime.UnixEpoch.Ticks;
        var (seconds, rest) = Math.DivRem(ticks, TimeSpan.TicksPerSecond);
        return (seconds << 32) | ((rest << 32) / TimeSpan.TicksPerSecond);
    }
}
