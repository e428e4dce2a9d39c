using TelegramRest.Wire;

namespace TelegramRest.Mtproto.Rpc;

/// <summary>
/// When to ping, and when a silent connection is dead. An idle one is pinged each minute and closed by the server when the pings stop;
/// one that owes answers is asked sooner.
/// https://core.telegram.org/mtproto/service_messages#deferred-connection-closure--ping
/// </summary>
internal sealed class KeepAlive(RandomSource random)
{
    /// <summary>Seconds after which the server closes the connection unless pinged again.</summary>
    public const int DisconnectDelay = 75;

    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan PongPatience = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan AnswerPatience = TimeSpan.FromSeconds(10);
    private const int JitterMilliseconds = 5000;

    private TimeSpan nextPing;
    private TimeSpan lastReceived;
    private TimeSpan? pingSent;

    public void Connected(TimeSpan now)
    {
        lastReceived = now;
        nextPing = now;
        pingSent = null;
    }

    public void Received(TimeSpan now)
    {
        lastReceived = now;
        pingSent = null;
    }

    /// <summary>Pings were silent for too long: nothing will come any more.</summary>
    public bool IsDead(TimeSpan now) => pingSent is { } sent && now - sent >= PongPatience;

    /// <summary>Whether a ping is due; if so it counts as sent.</summary>
    public bool TakePing(TimeSpan now, TimeSpan? oldestRequest)
    {
        if (pingSent is not null || now < Due(oldestRequest))
            return false;
        pingSent = now;
        nextPing = now + Interval - TimeSpan.FromMilliseconds(random.NextInt32(JitterMilliseconds));
        return true;
    }

    /// <summary>When to look again.</summary>
    public TimeSpan Due(TimeSpan? oldestRequest)
    {
        if (pingSent is { } sent)
            return sent + PongPatience;
        if (oldestRequest is not { } oldest)
            return nextPing;
        var silence = (oldest > lastReceived ? oldest : lastReceived) + AnswerPatience;
        return silence < nextPing ? silence : nextPing;
    }
}
