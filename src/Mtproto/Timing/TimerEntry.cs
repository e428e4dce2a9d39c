namespace TelegramRest.Mtproto.Timing;

/// <summary>Something that waits on a <see cref="TimerWheel"/>: at most one due time at a time.</summary>
internal abstract class TimerEntry
{
    internal TimerEntry? Previous { get; set; }

    internal TimerEntry? Next { get; set; }

    internal long DueTick { get; set; } = -1;

    internal bool IsScheduled => DueTick >= 0;

    /// <summary>Called once on a timer's thread when the time has come. Must be short and must not throw.</summary>
    public abstract void OnDue();
}
