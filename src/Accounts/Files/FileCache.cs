namespace TelegramRest.Accounts.Files;

/// <summary>
/// Downloaded files of all accounts on disk, under <c>files/&lt;account&gt;/&lt;category&gt;/</c>, within a budget: what was used longest ago goes first.
/// A file is written under <c>files/partial/</c> and moved to its place when it is whole, so that whatever is found in place may be served;
/// what a killed process left half-written is removed at the next start.
/// </summary>
/// <param name="root">The folder, made when it is needed.</param>
/// <param name="budget">Bytes that the files may take together, with those on their way.</param>
internal sealed class FileCache(string root, long budget, TimeProvider time)
{
    private const string PartialFolder = "partial";

    /// <summary>The order of use outlives the process in the files' times, which need no better precision than this.</summary>
    private static readonly TimeSpan TouchAfter = TimeSpan.FromMinutes(10);

    private readonly Lock gate = new();
    private readonly LinkedList<CachedFile> byUse = [];
    private readonly Dictionary<string, LinkedListNode<CachedFile>> byPath = new(StringComparer.Ordinal);
    private long taken;
    private bool loaded;

    /// <summary>Whether a file of this size may be kept at all.</summary>
    public bool Fits(long size) => size <= budget;

    /// <summary>Where a file is, or will be.</summary>
    /// <param name="path">Relative to the folder: account, category, name.</param>
    public string FullPath(string path) => Path.Combine(root, path);

    public bool Contains(string path)
    {
        lock (gate)
        {
            Load();
            return byPath.ContainsKey(path);
        }
    }

    /// <summary>Opens a whole file for reading; null when it is not here, or is not as long as it should be.</summary>
    public FileStream? Open(string path, long size)
    {
        lock (gate)
        {
            Load();
            if (!byPath.TryGetValue(path, out var node))
            {
                return null;
            }

            try
            {
                var stream = new FileStream(FullPath(path), FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, bufferSize: 1, FileOptions.Asynchronous);
                if (stream.Length == size)
                {
                    Touch(node);
                    return stream;
                }

                stream.Dispose();
            }
            catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
            {
                // Somebody tidied up behind us.
            }

            Remove(node);
            return null;
        }
    }

    /// <summary>Makes room for a file that begins to arrive; <see cref="Keep"/> or <see cref="Release"/> ends that.</summary>
    /// <returns>Where to write it.</returns>
    public string Reserve(long size)
    {
        lock (gate)
        {
            Load();
            taken += size;
            Evict();
        }

        var folder = Directory.CreateDirectory(Path.Combine(root, PartialFolder));
        return Path.Combine(folder.FullName, Guid.NewGuid().ToString("N"));
    }

    /// <summary>The file is whole: from now on it is served from here.</summary>
    public void Keep(string partial, string path, long size)
    {
        lock (gate)
        {
            if (byPath.TryGetValue(path, out var former))
            {
                Remove(former);
            }

            Directory.CreateDirectory(Path.GetDirectoryName(FullPath(path))!);
            File.Move(partial, FullPath(path), overwrite: true);
            byPath.Add(path, byUse.AddLast(new CachedFile(path, size, time.GetUtcNow())));
        }
    }

    /// <summary>The file did not arrive.</summary>
    public void Release(string partial, long size)
    {
        lock (gate)
        {
            taken -= size;
        }

        File.Delete(partial);
    }

    /// <summary>Removes all files of one account.</summary>
    public void Forget(string account)
    {
        lock (gate)
        {
            Load();
            foreach (var path in byPath.Keys.Where(path => path.StartsWith(account + '/', StringComparison.Ordinal)).ToList())
            {
                Remove(byPath[path]);
            }
        }
    }

    private void Touch(LinkedListNode<CachedFile> node)
    {
        byUse.Remove(node);
        byUse.AddLast(node);
        var now = time.GetUtcNow();
        if (now - node.Value.UsedAt < TouchAfter)
        {
            return;
        }

        node.Value.UsedAt = now;
        File.SetLastWriteTimeUtc(FullPath(node.Value.Path), now.UtcDateTime);
    }

    private void Evict()
    {
        while (taken > budget && byUse.First is { } oldest)
        {
            Remove(oldest);
        }
    }

    // Whoever is reading the file reads it to its end.
    private void Remove(LinkedListNode<CachedFile> node)
    {
        byUse.Remove(node);
        byPath.Remove(node.Value.Path);
        taken -= node.Value.Size;
        try
        {
            File.Delete(FullPath(node.Value.Path));
        }
        catch (DirectoryNotFoundException)
        {
            // It is gone all the same.
        }
    }

    private void Load()
    {
        if (loaded)
        {
            return;
        }

        loaded = true;
        var partial = Path.Combine(root, PartialFolder);
        if (Directory.Exists(partial))
        {
            Directory.Delete(partial, recursive: true);
        }

        if (!Directory.Exists(root))
        {
            return;
        }

        foreach (var file in new DirectoryInfo(root).EnumerateFiles("*", SearchOption.AllDirectories).OrderBy(file => file.LastWriteTimeUtc))
        {
            var path = Path.GetRelativePath(root, file.FullName).Replace(Path.DirectorySeparatorChar, '/');
            byPath.Add(path, byUse.AddLast(new CachedFile(path, file.Length, file.LastWriteTimeUtc)));
            taken += file.Length;
        }

        Evict();
    }
}
