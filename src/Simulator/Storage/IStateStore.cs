namespace TelegramRest.Simulator.Storage;

/// <summary>
/// Rows of bytes under a table and a key. Puts are seen by later scans at once and reach the disk in order;
/// what <see cref="FlushAsync"/> has returned for survives a kill of the process.
/// </summary>
internal interface IStateStore : IAsyncDisposable
{
    void Put(string table, string key, ReadOnlyMemory<byte> value);

    void Delete(string table, string key);

    IEnumerable<(string Key, byte[] Value)> Scan(string table);

    ValueTask FlushAsync(CancellationToken cancellationToken = default);
}
