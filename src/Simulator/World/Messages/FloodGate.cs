using TelegramRest.Simulator.World.Model;

namespace TelegramRest.Simulator.World.Messages;

/// <summary>How many messages one account may send to one chat in a minute. Without a limit, as it is from the start, nothing is counted.</summary>
internal sealed class FloodGate(Clock clock)
{
    private const int Window = 60;

    private readonly Dictionary<(long Sender, PeerKey Chat), Queue<int>> _sent = [];

    /// <summary>Messages a minute; null for no limit.</summary>
    public int? PerMinute { get; set; }

    /// <returns>Seconds until the account may send <paramref name="count"/> messages; 0 when it may now.</returns>
    public int Wait(Account sender, PeerKey chat, int count)
    {
        if (PerMinute is not { } limit || !_sent.TryGetValue((sender.Id, chat), out var times))
            return 0;
        while (times.TryPeek(out var oldest) && oldest <= clock.Now - Window)
            times.Dequeue();
        var excess = times.Count + count - limit;
        return excess <= 0 || times.Count == 0 ? 0 : times.ElementAt(Math.Min(excess, times.Count) - 1) + Window - clock.Now;
    }

    public void Count(Account sender, PeerKey chat)
    {
        if (PerMinute is null)
            return;
        if (!_sent.TryGetValue((sender.Id, chat), out var times))
            _sent[(sender.Id, chat)] = times = new Queue<int>();
        times.Enqueue(clock.Now);
    }
}
