namespace TelegramRest.Accounts.Files;

/// <summary>One whole file on disk.</summary>
/// <param name="path">Relative to the cache's folder.</param>
/// <param name="size">Bytes.</param>
internal sealed class CachedFile(string path, long size, DateTimeOffset usedAt)
{
    public string Path { get; } = path;

    public long Size { get; } = size;

    /// <summary>As the file's own time says it; not more precise than it has to be.</summary>
    public DateTimeOffset UsedAt { get; set; } = usedAt;
}
