namespace TelegramRest.Mtproto.Messages;

/// <summary>A data centre's clock, kept as a difference to ours; shared by its sessions.</summary>
internal sealed class ServerClock(TimeProvider time)
{
    private static readonly TimeSpan OldestPlausible = TimeSpan.FromSeconds(-300);
    private static readonly TimeSpan NewestPlausible = TimeSpan.FromSeconds(30);

    private long offsetTicks;

    /// <summary>The server's clock minus ours.</summary>
    public TimeSpan Offset
    {
        get => TimeSpan.FromTicks(Interlocked.Read(ref offsetTicks));
        set => Interlocked.Exchange(ref offsetTicks, value.Ticks);
    }

    public DateTimeOffset Now => time.GetUtcNow() + Offset;

    /// <summary>Sets the clock by a message id of the server, whose upper half is its time in seconds.</summary>
    public void SetByMessageId(long serverMessageId) => Offset = TimeOf(serverMessageId) - time.GetUtcNow();

    /// <summary>Whether a message of the server was made between five minutes ago and half a minute from now.</summary>
    public bool IsPlausible(long serverMessageId)
    {
        var age = TimeOf(serverMessageId) - Now;
        return age >= OldestPlausible && age <= NewestPlausible;
    }

    public static DateTimeOffset TimeOf(long messageId) =>
        DateTimeOffset.UnixEpoch + TimeSpan.FromSeconds((ulong)messageId >> 32);
}
