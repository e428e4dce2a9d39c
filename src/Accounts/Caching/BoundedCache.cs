using System.Diagnostics.CodeAnalysis;

namespace TelegramRest.Accounts.Caching;

/// <summary>
/// Keeps about the last <paramref name="capacity"/> entries used, in two generations: when the young one is full it becomes the old one,
/// and what was old and untouched is gone. Safe for use by many threads.
/// </summary>
internal sealed class BoundedCache<TKey, TValue>(int capacity)
    where TKey : notnull
{
    private readonly Lock gate = new();
    private Dictionary<TKey, TValue> young = [];
    private Dictionary<TKey, TValue> old = [];

    public bool TryGet(TKey key, [MaybeNullWhen(false)] out TValue value)
    {
        lock (gate)
        {
            if (young.TryGetValue(key, out value))
            {
                return true;
            }

            if (!old.Remove(key, out value))
            {
                return false;
            }

            Add(key, value);
            return true;
        }
    }

    public void Set(TKey key, TValue value)
    {
        lock (gate)
        {
            old.Remove(key);
            Add(key, value);
        }
    }

    public void Remove(TKey key)
    {
        lock (gate)
        {
            young.Remove(key);
            old.Remove(key);
        }
    }

    private void Add(TKey key, TValue value)
    {
        if (young.Count >= capacity / 2 && !young.ContainsKey(key))
        {
            (old, young) = (young, []);
        }

        young[key] = value;
    }
}
