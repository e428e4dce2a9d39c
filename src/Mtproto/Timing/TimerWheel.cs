namespace TelegramRest.Mtproto.Timing;

/// <summary>
/// One timer for the pings, acknowledgements and time limits of all accounts: entries hang in slots of a quarter of a second, and one that is
/// further away than a turn of the wheel stays in its slot for another turn. While nothing waits, no timer runs.
/// </summary>
internal sealed class TimerWheel : IDisposable
{
    private const int Slots = 512;
    private static readonly TimeSpan Resolution = TimeSpan.FromMilliseconds(250);

    private readonly Lock gate = new();
    private readonly TimerEntry?[] slots = new TimerEntry?[Slots];
    private readonly TimeProvider time;
    private readonly ITimer timer;
    private readonly long origin;
    private long currentTick;
    private int count;

    public TimerWheel(TimeProvider time)
    {
        this.time = time;
        origin = time.GetTimestamp();
        timer = time.CreateTimer(static wheel => ((TimerWheel)wheel!).Turn(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>A clock that only goes forward.</summary>
    public TimeSpan Now => time.GetElapsedTime(origin);

    /// <summary>Has <see cref="TimerEntry.OnDue"/> called at <paramref name="due"/> (by <see cref="Now"/>) or shortly after; replaces an earlier due time.</summary>
    public void Schedule(TimerEntry entry, TimeSpan due)
    {
        lock (gate)
        {
            Remove(entry);
            if (count == 0)
            {
                currentTick = Tick(Now);
                timer.Change(Resolution, Resolution);
            }

            entry.DueTick = Math.Max(currentTick + 1, Tick(due) + 1);
            ref var head = ref slots[entry.DueTick % Slots];
            entry.Next = head;
            if (head is not null)
                head.Previous = entry;
            head = entry;
            count++;
        }
    }

    public void Cancel(TimerEntry entry)
    {
        lock (gate)
            Remove(entry);
    }

    public void Dispose() => timer.Dispose();

    private static long Tick(TimeSpan at) => at.Ticks / Resolution.Ticks;

    private void Turn()
    {
        List<TimerEntry>? due = null;
        lock (gate)
        {
            for (var now = Tick(Now); currentTick < now && count > 0;)
            {
                currentTick++;
                for (var entry = slots[currentTick % Slots]; entry is not null;)
                {
                    var next = entry.Next;
                    if (entry.DueTick <= currentTick)
                    {
                        Remove(entry);
                        (due ??= []).Add(entry);
                    }

                    entry = next;
                }
            }

            if (count == 0)
                timer.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        }

        if (due is not null)
        {
            foreach (var entry in due)
                entry.OnDue();
        }
    }

    private void Remove(TimerEntry entry)
    {
        if (!entry.IsScheduled)
            return;
        if (entry.Previous is not null)
            entry.Previous.Next = entry.Next;
        else
            slots[entry.DueTick % Slots] = entry.Next;
        if (entry.Next is not null)
            entry.Next.Previous = entry.Previous;
        entry.Previous = entry.Next = null;
        entry.DueTick = -1;
        count--;
    }
}
