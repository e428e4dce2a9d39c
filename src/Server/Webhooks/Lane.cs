using TelegramRest.Accounts.Queue;

namespace TelegramRest.Server.Webhooks;

/// <summary>Updates that have to arrive one after another, usually those of one chat.</summary>
internal sealed class Lane(long key)
{
    public long Key { get; } = key;

    public Queue<QueuedUpdate> Updates { get; } = new();

    public bool IsInFlight { get; set; }

    /// <summary>Failures of the update at the head.</summary>
    public int Failures { get; set; }

    public DateTimeOffset WakeAt { get; set; } = DateTimeOffset.MinValue;
}
