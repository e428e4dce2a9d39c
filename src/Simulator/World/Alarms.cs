using Microsoft.Extensions.Logging;

namespace TelegramRest.Simulator.World;

/// <summary>
/// What shall happen at a certain second: polls that close, messages that are sent. One timer waits for the next of them. Nothing here is kept;
/// whoever set an alarm sets it again when the world is loaded.
/// </summary>
internal sealed class Alarms(SimulatorWorld world) : IDisposable
{
    // Timers take no longer wait than 49 days.
    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(20);

    private readonly PriorityQueue<Action, int> _due = new();
    private ITimer? _timer;

    /// <summary>Runs something under the world's lock when the clock shows <paramref name="time"/> (Unix seconds). To be called under that lock.</summary>
    public void At(int time, Action action)
    {
        _due.Enqueue(action, time);
        Arm();
    }

    public void Dispose() => _timer?.Dispose();

    private void Arm()
    {
        if (!_due.TryPeek(out _, out var time))
            return;
        var wait = DateTimeOffset.FromUnixTimeSeconds(time) - world.Clock.Provider.GetUtcNow();
        wait = wait > LongestWait ? LongestWait : wait < TimeSpan.FromMilliseconds(1) ? TimeSpan.FromMilliseconds(1) : wait;
        _timer ??= world.Clock.Provider.CreateTimer(_ => world.Change(RunDue), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _timer.Change(wait, Timeout.InfiniteTimeSpan);
    }

    private void RunDue()
    {
        while (_due.TryPeek(out var action, out var time) && time <= world.Clock.Now)
        {
            _due.Dequeue();
            try
            {
                action();
            }
#pragma warning disable CA1031 // One alarm that fails must not keep the others, or the timer's thread, from going on.
            catch (Exception exception)
            {
                Simulator.Log.AlarmFailed(world.Log, exception);
            }
#pragma warning restore CA1031
        }

        Arm();
    }
}
