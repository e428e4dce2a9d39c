using Microsoft.Extensions.Time.Testing;
using TelegramRest.Mtproto.Timing;

namespace TelegramRest.Tests.Unit.Mtproto;

public class TimerWheelTests
{
    private readonly FakeTimeProvider time = new();
    private readonly List<int> due = [];

    [Fact]
    public void Entries_come_due_once_and_not_early()
    {
        using var wheel = new TimerWheel(time);
        wheel.Schedule(Entry(1), TimeSpan.FromSeconds(1));
        wheel.Schedule(Entry(2), TimeSpan.FromSeconds(2));
        time.Advance(TimeSpan.FromMilliseconds(999));
        Assert.Empty(due);
        time.Advance(TimeSpan.FromMilliseconds(600));
        Assert.Equal([1], due);
        time.Advance(TimeSpan.FromSeconds(60));
        Assert.Equal([1, 2], due);
    }

    [Fact]
    public void Entry_further_away_than_a_turn_waits_for_its_turn()
    {
        using var wheel = new TimerWheel(time);
        wheel.Schedule(Entry(1), TimeSpan.FromMinutes(10));
        time.Advance(TimeSpan.FromMinutes(9.9));
        Assert.Empty(due);
        time.Advance(TimeSpan.FromMinutes(0.2));
        Assert.Equal([1], due);
    }

    [Fact]
    public void Later_due_time_replaces_the_earlier_and_cancelled_entries_stay_silent()
    {
        using var wheel = new TimerWheel(time);
        var moved = Entry(1);
        var cancelled = Entry(2);
        wheel.Schedule(moved, TimeSpan.FromSeconds(1));
        wheel.Schedule(cancelled, TimeSpan.FromSeconds(1));
        wheel.Schedule(moved, TimeSpan.FromSeconds(5));
        wheel.Cancel(cancelled);
        wheel.Cancel(cancelled);
        time.Advance(TimeSpan.FromSeconds(4));
        Assert.Empty(due);
        time.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal([1], due);
    }

    [Fact]
    public void Entry_may_schedule_itself_again_and_the_wheel_rests_between()
    {
        using var wheel = new TimerWheel(time);
        Recorder? entry = null;
        entry = new Recorder(() =>
        {
            due.Add(1);
            if (due.Count < 3)
                wheel.Schedule(entry!, wheel.Now + TimeSpan.FromSeconds(30));
        });
        wheel.Schedule(entry, TimeSpan.Zero);
        for (var seconds = 0; seconds < 300; seconds += 10)
            time.Advance(TimeSpan.FromSeconds(10));
        Assert.Equal(3, due.Count);

        wheel.Schedule(Entry(9), wheel.Now + TimeSpan.FromSeconds(1));
        time.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal([1, 1, 1, 9], due);
    }

    private Recorder Entry(int number) => new(() => due.Add(number));

    private sealed class Recorder(Action onDue) : TimerEntry
    {
        public override void OnDue() => onDue();
    }
}
