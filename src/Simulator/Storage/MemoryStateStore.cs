namespace TelegramRest.Simulator.Storage;

/// <summary>A store that forgets: for tests, and for a simulator without <c>--state</c>.</summary>
internal sealed class MemoryStateStore : IStateStore
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, SortedDictionary<string, byte[]>> _tables = [];

    public void Put(string table, string key, ReadOnlyMemory<byte> value)
    {
        lock (_gate)
        {
            if (!_tables.TryGetValue(table, out var rows))
                _tables[table] = rows = new SortedDictionary<string, byte[]>(StringComparer.Ordinal);
            rows[key] = value.ToArray();
        }
    }

    public void Delete(string table, string key)
    {
        lock (_gate)
        {
            if (_tables.TryGetValue(table, out var rows))
                rows.Remove(key);
        }
    }

    public IEnumerable<(string Key, byte[] Value)> Scan(string table)
    {
        lock (_gate)
            return _tables.TryGetValue(table, out var rows) ? [.. rows.Select(row => (row.Key, row.Value))] : [];
    }

    public ValueTask FlushAsync(CancellationToken cancellationToken = default) => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
