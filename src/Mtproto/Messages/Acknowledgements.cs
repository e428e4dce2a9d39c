namespace TelegramRest.Mtproto.Messages;

/// <summary>
/// Ids that the server waits to hear of. They ride with the next packet, or go alone when there are many or the first has waited long.
/// https://core.telegram.org/mtproto/service_messages_about_messages#acknowledgment-of-receipt
/// </summary>
internal sealed class Acknowledgements
{
    private const int Many = 64;
    private const int MostAtOnce = 8192;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private List<long>? ids;
    private TimeSpan first;

    public bool Any => ids is { Count: > 0 };

    /// <summary>When they have to go even if nothing else does; null when there are none.</summary>
    public TimeSpan? Due => !Any ? null : ids!.Count >= Many ? TimeSpan.Zero : first + Patience;

    public void Add(long id, TimeSpan now)
    {
        if (!Any)
            first = now;
        (ids ??= []).Add(id);
    }

    /// <summary>Takes up to 8192 ids away.</summary>
    public long[] Take()
    {
        var count = Math.Min(ids!.Count, MostAtOnce);
        var taken = ids.GetRange(0, count).ToArray();
        if (count == ids.Count)
            ids = null;
        else
            ids.RemoveRange(0, count);
        return taken;
    }

    /// <summary>Ids of an abandoned session are nothing to the new one.</summary>
    public void Clear() => ids = null;
}
