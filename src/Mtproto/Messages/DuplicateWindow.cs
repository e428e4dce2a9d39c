namespace TelegramRest.Mtproto.Messages;

/// <summary>The message ids received last. An id that came before, or is older than all of a full window, is a repetition.</summary>
internal sealed class DuplicateWindow
{
    private const int Size = 256;

    private long[] ids = new long[8];
    private int count;
    private int next;
    private long lowest = long.MaxValue;

    /// <summary>False for a repetition.</summary>
    public bool TryAdd(long id)
    {
        if (count == Size && id < lowest)
            return false;
        if (Contains(id))
            return false;
        if (count == ids.Length && count < Size)
            Array.Resize(ref ids, ids.Length * 2);

        if (count < Size)
        {
            ids[count++] = id;
            lowest = Math.Min(lowest, id);
            return true;
        }

        var forgotten = ids[next];
        ids[next] = id;
        next = (next + 1) % Size;
        if (forgotten == lowest)
            lowest = Lowest();
        return true;
    }

    /// <summary>Whether an id is remembered.</summary>
    public bool Contains(long id) => ids.AsSpan(0, count).Contains(id);

    private long Lowest()
    {
        var result = long.MaxValue;
        foreach (var id in ids)
            result = Math.Min(result, id);
        return result;
    }
}
