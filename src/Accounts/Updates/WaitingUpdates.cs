namespace TelegramRest.Accounts.Updates;

/// <summary>What came too early: it waits until the gap before it has closed.</summary>
internal sealed class WaitingUpdates(Action<SequencedUpdate> apply)
{
    private readonly List<SequencedUpdate> updates = [];
    private readonly List<SequencedContainer> containers = [];

    public bool Any => updates.Count > 0 || containers.Count > 0;

    /// <summary>The account's own sequences have a gap.</summary>
    public bool AnyOfAccount => containers.Count > 0 || updates.Exists(update => update.Box != UpdateBox.Channel);

    public IEnumerable<long> Channels => updates.Where(update => update.Box == UpdateBox.Channel).Select(update => update.ChannelId);

    public void Add(SequencedUpdate update) => updates.Add(update);

    public void Add(SequencedContainer container) => containers.Add(container);

    /// <summary>Applies what follows now, and drops what has been overtaken.</summary>
    public void Replay(SequencePositions positions)
    {
        while (updates.Find(positions.Follows) is { } next)
        {
            updates.Remove(next);
            apply(next);
        }

        updates.RemoveAll(update => update.Start < positions.Of(update));
        while (containers.Find(container => container.Start == positions.State!.Seq + 1) is { } next)
        {
            containers.Remove(next);
            foreach (var update in next.Updates)
            {
                apply(update);
            }

            positions.Move(positions.State! with { Seq = next.End, Date = next.Date });
        }

        containers.RemoveAll(container => container.Start <= positions.State!.Seq);
    }

    /// <summary>The account's difference has been applied: what still does not follow was part of it.</summary>
    public void DropAccount()
    {
        updates.RemoveAll(update => update.Box != UpdateBox.Channel);
        containers.Clear();
    }

    /// <summary>The same for a channel's difference.</summary>
    public void DropChannel(long channelId) => updates.RemoveAll(update => update.Box == UpdateBox.Channel && update.ChannelId == channelId);

    public void Clear()
    {
        updates.Clear();
        containers.Clear();
    }
}
