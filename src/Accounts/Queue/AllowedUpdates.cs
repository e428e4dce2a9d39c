using TelegramRest.Mapping;

namespace TelegramRest.Accounts.Queue;

/// <summary>The kinds of update an account wants. The choice sticks until another one is made.</summary>
internal sealed class AllowedUpdates(long stored, Action<long> save)
{
    /// <summary>Stands for the default set, so that a later default reaches accounts that never chose.</summary>
    public const long Default = -1;

    private long mask = stored;

    /// <summary>As it is kept in the store.</summary>
    public long Stored => Interlocked.Read(ref mask);

    public bool Contains(string kind)
    {
        var bits = Interlocked.Read(ref mask);
        if (bits == Default)
        {
            return UpdateKinds.Default.Contains(kind);
        }

        for (var bit = 0; bit < UpdateKinds.All.Count; bit++)
        {
            if (UpdateKinds.All[bit] == kind)
            {
                return (bits & (1L << bit)) != 0;
            }
        }

        return false;
    }

    /// <summary>Null for the default set.</summary>
    public IReadOnlyList<string>? Chosen => mask == Default ? null : [.. UpdateKinds.All.Where((_, bit) => (mask & (1L << bit)) != 0)];

    /// <summary>Unknown names do not count; when none is left the default comes back.</summary>
    public void Set(IReadOnlyList<string> names)
    {
        var chosen = 0L;
        for (var bit = 0; bit < UpdateKinds.All.Count; bit++)
        {
            if (names.Contains(UpdateKinds.All[bit], StringComparer.OrdinalIgnoreCase))
            {
                chosen |= 1L << bit;
            }
        }

        chosen = chosen == 0 || chosen == DefaultMask ? Default : chosen;
        if (Interlocked.Exchange(ref mask, chosen) != chosen)
        {
            save(chosen);
        }
    }

    private static long DefaultMask { get; } = Enumerable.Range(0, UpdateKinds.All.Count)
        .Where(bit => UpdateKinds.Default.Contains(UpdateKinds.All[bit]))
        .Aggregate(0L, (sum, bit) => sum | (1L << bit));
}
