using TelegramRest.Accounts.Queue;
using TelegramRest.Accounts.Webhooks;

namespace TelegramRest.Server.Webhooks;

/// <summary>What delivery knows about one webhook. Touched by the delivery loop alone.</summary>
internal sealed class WebhookQueue(WebhookTarget target, HttpMessageInvoker connections)
{
    private static readonly TimeSpan ActiveFor = TimeSpan.FromSeconds(10);

    private readonly Dictionary<long, Lane> _lanes = [];
    private int _lastLoadedId;
    // Updates of no chat get a lane each, named from the far end of the numbers.
    private long _nextLoneKey = long.MaxValue;

    public WebhookTarget Target { get; } = target;

    public HttpMessageInvoker Connections { get; } = connections;

    public int InFlight { get; private set; }

    /// <summary>Consecutive attempts that found nobody.</summary>
    public int Unreachable { get; set; }

    /// <summary>No attempt before that moment.</summary>
    public DateTimeOffset ResumeAt { get; set; } = DateTimeOffset.MinValue;

    public DateTimeOffset LastSuccess { get; set; } = DateTimeOffset.MinValue;

    /// <summary>Since when every answer is 410.</summary>
    public DateTimeOffset? GoneSince { get; set; }

    /// <summary>Removed; attempts under way no longer matter.</summary>
    public bool IsClosed { get; set; }

    /// <summary>The earliest moment that this queue is in the timetable for.</summary>
    public DateTimeOffset? ScheduledAt { get; set; }

    /// <summary>The store may hold updates that are not in memory yet.</summary>
    public bool HasMore { get; set; } = true;

    /// <summary>Takes more of the stored queue into memory, up to twice the connections in lanes.</summary>
    public void Load(IWebhookSource source)
    {
        const int batch = 1000;
        while (HasMore && _lanes.Count < 2 * Target.Settings.MaxConnections)
        {
            var updates = source.Peek(Target.QueueId, _lastLoadedId, batch);
            foreach (var update in updates)
                Add(update);
            HasMore = updates.Count == batch;
        }
    }

    /// <summary>The next lane to serve, by wake-up time and then by key, or null when connections or lanes are busy.</summary>
    public Lane? Next(DateTimeOffset now)
    {
        var connections = now - LastSuccess <= ActiveFor ? Target.Settings.MaxConnections : 1;
        if (InFlight >= connections || now < ResumeAt)
            return null;
        Lane? best = null;
        foreach (var lane in _lanes.Values)
            if (!lane.IsInFlight && lane.WakeAt <= now && (best is null || (lane.WakeAt, lane.Key).CompareTo((best.WakeAt, best.Key)) < 0))
                best = lane;
        return best;
    }

    public void Start(Lane lane)
    {
        lane.IsInFlight = true;
        InFlight++;
    }

    public void End(Lane lane)
    {
        lane.IsInFlight = false;
        InFlight--;
    }

    /// <summary>The head of the lane is done with.</summary>
    public void Remove(Lane lane)
    {
        lane.Updates.Dequeue();
        lane.Failures = 0;
        lane.WakeAt = DateTimeOffset.MinValue;
        if (lane.Updates.Count == 0)
            _lanes.Remove(lane.Key);
    }

    /// <summary>When there will be something to do, or null.</summary>
    public DateTimeOffset? NextWake()
    {
        DateTimeOffset? wake = null;
        foreach (var lane in _lanes.Values)
            if (!lane.IsInFlight && (wake is null || lane.WakeAt < wake))
                wake = lane.WakeAt;
        return wake is { } at && at < ResumeAt ? ResumeAt : wake;
    }

    private void Add(QueuedUpdate update)
    {
        _lastLoadedId = update.Id;
        var key = update.OrderKey == 0 ? _nextLoneKey-- : update.OrderKey;
        if (!_lanes.TryGetValue(key, out var lane))
            _lanes.Add(key, lane = new Lane(key));
        lane.Updates.Enqueue(update);
    }
}
