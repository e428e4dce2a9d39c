using TelegramRest.Simulator.World.Model;

namespace TelegramRest.Simulator.World;

/// <summary>
/// A sequence of messages with ids of its own and a log of what happened to them (https://core.telegram.org/api/updates):
/// one per account for private chats and basic groups, one per supergroup or channel.
/// </summary>
internal sealed class Box(long key)
{
    /// <summary>An account's id, or a channel's id negated.</summary>
    public long Key { get; } = key;

    public bool IsChannel => Key < 0;

    public int Pts { get; set; } = 1;

    public int Qts { get; set; } = 1;

    public int LastId { get; set; }

    public Dictionary<int, StoredMessage> Messages { get; } = [];

    /// <summary>Ascending by pts; the oldest may have been dropped.</summary>
    public List<BoxEvent> Log { get; } = [];

    /// <summary>Ascending by qts.</summary>
    public List<(int Qts, Tl.UpdateBase Update)> QtsLog { get; } = [];

    /// <summary>A channel's box has one dialog, its own; an account's has one per chat, channels included, whose messages are elsewhere.</summary>
    public Dictionary<PeerKey, Dialog> Dialogs { get; } = [];

    public BoxState State => new(Pts, Qts, LastId);

    public Dialog Dialog(PeerKey peer)
    {
        if (!Dialogs.TryGetValue(peer, out var dialog))
            Dialogs[peer] = dialog = new Dialog { Peer = peer };
        return dialog;
    }

    /// <returns>The index of the first event after <paramref name="pts"/>.</returns>
    public int IndexAfter(int pts)
    {
        int low = 0, high = Log.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (Log[middle].Pts <= pts)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }

    /// <summary>
    /// Where the box stands for a viewer: events that a bot's privacy mode hides from it count as part of the next one that it sees,
    /// so that its sequence has no holes.
    /// </summary>
    public int VisiblePts(long viewerId)
    {
        for (var index = Log.Count - 1; index >= 0; index--)
        {
            if (!Log[index].HiddenFrom.Contains(viewerId))
                return Log[index].Pts;
        }

        return Log.Count == 0 ? Pts : Log[0].Pts - Log[0].Count;
    }

    /// <summary>How far a visible event moves the viewer's pts.</summary>
    public int VisibleCount(BoxEvent entry, long viewerId)
    {
        var count = entry.Count;
        for (var index = IndexAfter(entry.Pts) - 2; index >= 0 && Log[index].HiddenFrom.Contains(viewerId); index--)
            count += Log[index].Count;
        return count;
    }
}
