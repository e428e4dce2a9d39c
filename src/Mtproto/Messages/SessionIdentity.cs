using TelegramRest.Wire;

namespace TelegramRest.Mtproto.Messages;

/// <summary>
/// What makes a session one: its id, its message ids that only rise, its sequence numbers, and the ids that it has seen. Guarded by the session's lock.
/// https://core.telegram.org/mtproto/description#message-identifier-msg-id
/// </summary>
internal sealed class SessionIdentity
{
    private readonly ServerClock clock;
    private readonly RandomSource random;
    private long lastMessageId;
    private int contentMessages;

    public SessionIdentity(ServerClock clock, RandomSource random)
    {
        this.clock = clock;
        this.random = random;
        Id = random.NextInt64();
    }

    public long Id { get; private set; }

    public DuplicateWindow Received { get; private set; } = new();

    /// <summary>Starts over under a new id: nothing of the old session counts any more.</summary>
    public void Renew()
    {
        Id = random.NextInt64();
        lastMessageId = 0;
        contentMessages = 0;
        Received = new DuplicateWindow();
    }

    /// <summary>The server's time in units of 2^-32 seconds, a multiple of four, and higher than any before.</summary>
    public long NextMessageId()
    {
        var sinceEpoch = clock.Now - DateTimeOffset.UnixEpoch;
        var seconds = sinceEpoch.Ticks / TimeSpan.TicksPerSecond;
        var fraction = (sinceEpoch.Ticks % TimeSpan.TicksPerSecond << 32) / TimeSpan.TicksPerSecond;
        var id = ((seconds << 32) | fraction) & ~3L;
        return lastMessageId = Math.Max(id, lastMessageId + 4);
    }

    /// <summary>Odd, and counted, for what the server must acknowledge.</summary>
    public int NextSequenceNumber(bool isContent) => isContent ? (2 * contentMessages++) + 1 : 2 * contentMessages;
}
