namespace TelegramRest.Accounts.Queue;

/// <summary>
/// Every stored update of a queue, oldest first: 40 bytes each, and the JSON of the first mebibyte or so. An empty queue holds nothing. Not thread-safe.
/// </summary>
internal sealed class QueueIndex
{
    private const long MaxJsonBytes = 1 << 20;

    private readonly List<QueueEntry> entries = [];
    private long jsonBytes;
    private long nextExpiry = long.MaxValue;

    public int Count => entries.Count;

    /// <summary>All JSON together, in memory or not.</summary>
    public long Bytes { get; private set; }

    /// <summary>The oldest id; null when empty.</summary>
    public int? Head => entries.Count == 0 ? null : entries[0].Id;

    public void Append(QueueEntry entry)
    {
        if (jsonBytes + entry.Size > MaxJsonBytes)
        {
            entry = entry with { Json = null };
        }

        entries.Add(entry);
        Bytes += entry.Size;
        jsonBytes += entry.Json?.Length ?? 0;
        nextExpiry = Math.Min(nextExpiry, entry.ExpiresAt);
    }

    /// <summary>Unexpired entries from <paramref name="fromId"/> on.</summary>
    public List<QueueEntry> Read(int fromId, int limit, long now)
    {
        var result = new List<QueueEntry>(Math.Min(limit, entries.Count));
        for (var i = Find(fromId); i < entries.Count && result.Count < limit; i++)
        {
            if (entries[i].ExpiresAt > now)
            {
                result.Add(entries[i]);
            }
        }

        return result;
    }

    /// <summary>The id that begins the last <paramref name="count"/> entries.</summary>
    public int FromEnd(int count) => entries[Math.Max(0, entries.Count - count)].Id;

    /// <returns>Whether anything was removed.</returns>
    public bool RemoveBelow(int updateId) => Remove(0, Find(updateId));

    public bool Remove(int updateId)
    {
        var index = Find(updateId);
        return index < entries.Count && entries[index].Id == updateId && Remove(index, 1);
    }

    /// <returns>Whether anything was removed.</returns>
    public bool RemoveExpired(long now)
    {
        if (nextExpiry > now)
        {
            return false;
        }

        nextExpiry = long.MaxValue;
        return entries.RemoveAll(entry =>
        {
            if (entry.ExpiresAt > now)
            {
                nextExpiry = Math.Min(nextExpiry, entry.ExpiresAt);
                return false;
            }

            Forget(entry);
            return true;
        }) > 0;
    }

    public void Clear() => Remove(0, entries.Count);

    private bool Remove(int index, int count)
    {
        for (var i = index; i < index + count; i++)
        {
            Forget(entries[i]);
        }

        entries.RemoveRange(index, count);
        if (entries.Count == 0)
        {
            entries.TrimExcess();
            nextExpiry = long.MaxValue;
        }

        return count > 0;
    }

    private void Forget(QueueEntry entry)
    {
        Bytes -= entry.Size;
        jsonBytes -= entry.Json?.Length ?? 0;
    }

    /// <summary>Index of the first entry with at least this id.</summary>
    private int Find(int updateId)
    {
        var (low, high) = (0, entries.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = entries[middle].Id < updateId ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
