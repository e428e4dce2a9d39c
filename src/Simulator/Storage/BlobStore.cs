using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using Microsoft.Win32.SafeHandles;

namespace TelegramRest.Simulator.Storage;

/// <summary>
/// File contents on disk: upload parts until they are used, and finished files. Nothing is held in memory beyond one part.
/// A forgetful store lives in a temporary folder that goes away with it.
/// </summary>
internal sealed class BlobStore : IDisposable
{
    private const int LargestPart = 512 * 1024;
    private const string BodyName = "body";
    private const string SizeSuffix = ".size";

    private readonly ConcurrentDictionary<string, int> _usualSizes = new(StringComparer.Ordinal);
    private readonly string _root;
    private readonly bool _forgetful;

    private BlobStore(string root, bool forgetful)
    {
        _root = root;
        _forgetful = forgetful;
        Directory.CreateDirectory(Path.Combine(root, "parts"));
        Directory.CreateDirectory(Path.Combine(root, "files"));
    }

    public static BlobStore Persistent(string directory) => new(directory, forgetful: false);

    public static BlobStore Forgetful() => new(Directory.CreateTempSubdirectory("telegram-simulator-").FullName, forgetful: true);

    /// <summary>
    /// Keeps a part. One of the usual size is written to its place in the file that the parts will make, and only noted beside it; any other has a file of its own until then.
    /// </summary>
    public async Task PutPartAsync(long ownerId, long fileId, int part, ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        var folder = PartFolder(ownerId, fileId);
        Directory.CreateDirectory(folder);
        if (UsualSize(folder, bytes.Length) == bytes.Length)
        {
            using (var body = File.OpenHandle(Path.Combine(folder, BodyName), FileMode.OpenOrCreate, FileAccess.Write, FileShare.ReadWrite, FileOptions.Asynchronous))
                await RandomAccess.WriteAsync(body, bytes, (long)part * bytes.Length, cancellationToken);
            Touch(NotePath(folder, part));
            File.Delete(PartPath(folder, part));
            return;
        }

        // A half-written part must not look like a whole one after a crash, and two clients may send the same part at once.
        var temporary = string.Create(CultureInfo.InvariantCulture, $"{PartPath(folder, part)}.{RandomNumberGenerator.GetInt32(int.MaxValue):x8}.tmp");
        await File.WriteAllBytesAsync(temporary, bytes, cancellationToken);
        File.Move(temporary, PartPath(folder, part), overwrite: true);
        File.Delete(NotePath(folder, part));
    }

    /// <returns>Bytes, or null when that part has not been saved.</returns>
    public long? PartSize(long ownerId, long fileId, int part)
    {
        var folder = PartFolder(ownerId, fileId);
        if (File.Exists(NotePath(folder, part)))
            return UsualSize(folder, 0);
        var own = new FileInfo(PartPath(folder, part));
        return own.Exists ? own.Length : null;
    }

    /// <summary>Makes a file of parts 0…<paramref name="parts"/>−1, all but the last of which have one size, and drops them.</summary>
    /// <returns>The file's length in bytes.</returns>
    public async Task<long> JoinPartsAsync(long ownerId, long fileId, int parts, string blob, CancellationToken cancellationToken)
    {
        var folder = PartFolder(ownerId, fileId);
        var first = PartSize(ownerId, fileId, 0) ?? throw new FileNotFoundException("The first part is missing.");
        var length = ((parts - 1) * first) + (PartSize(ownerId, fileId, parts - 1) ?? throw new FileNotFoundException("The last part is missing."));
        using (var body = File.OpenHandle(Path.Combine(folder, BodyName), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.ReadWrite, FileOptions.Asynchronous))
        {
            await PlaceLastAsync(body, folder, parts - 1, first, cancellationToken);
            for (var part = 0; part < parts; part++)
            {
                if (!File.Exists(NotePath(folder, part)))
                    await RandomAccess.WriteAsync(body, await File.ReadAllBytesAsync(PartPath(folder, part), cancellationToken), part * first, cancellationToken);
            }

            RandomAccess.SetLength(body, length);
        }

        File.Move(Path.Combine(folder, BodyName), BlobPath(blob), overwrite: true);
        Directory.Delete(folder, recursive: true);
        _usualSizes.TryRemove(folder, out _);
        return length;
    }

    /// <summary>A short last part that came before all others has decided the usual size, and stands where parts of that size would end.</summary>
    private async Task PlaceLastAsync(SafeFileHandle body, string folder, int last, long first, CancellationToken cancellationToken)
    {
        var usual = UsualSize(folder, 0);
        if (usual == first || !File.Exists(NotePath(folder, last)))
            return;
        var bytes = new byte[usual];
        for (var read = 0; read < usual;)
            read += await RandomAccess.ReadAsync(body, bytes.AsMemory(read), ((long)last * usual) + read, cancellationToken) is > 0 and var count ? count : throw new EndOfStreamException("The last part is not whole.");
        await RandomAccess.WriteAsync(body, bytes, last * first, cancellationToken);
    }

    /// <returns>A stream to write a new finished file.</returns>
    public FileStream Create(string blob) => new(BlobPath(blob), FileMode.Create, FileAccess.ReadWrite, FileShare.Read | FileShare.Delete);

    public FileStream? Open(string blob)
    {
        var path = BlobPath(blob);
        return File.Exists(path) ? new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete) : null;
    }

    public void Delete(string blob) => File.Delete(BlobPath(blob));

    /// <returns>Up to <paramref name="limit"/> bytes from <paramref name="offset"/>; empty beyond the end; null when there is no such file.</returns>
    public async Task<byte[]?> ReadAsync(string blob, long offset, int limit, CancellationToken cancellationToken)
    {
        if (!File.Exists(BlobPath(blob)))
            return null;
        using var file = File.OpenHandle(BlobPath(blob), FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, FileOptions.Asynchronous);
        var left = RandomAccess.GetLength(file) - offset;
        if (left <= 0)
            return [];
        var bytes = GC.AllocateUninitializedArray<byte>((int)Math.Min(limit, left));
        for (var read = 0; read < bytes.Length;)
        {
            var count = await RandomAccess.ReadAsync(file, bytes.AsMemory(read), offset + read, cancellationToken);
            if (count == 0)
                return bytes[..read];
            read += count;
        }

        return bytes;
    }

    public void Dispose()
    {
        if (_forgetful && Directory.Exists(_root))
            Directory.Delete(_root, recursive: true);
    }

    // Two clients may send the same part at once, so nobody may want the file for himself.
    private static void Touch(string path) => File.OpenHandle(path, FileMode.OpenOrCreate, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete).Dispose();

    private string PartFolder(long ownerId, long fileId) => Path.Combine(_root, "parts", string.Create(CultureInfo.InvariantCulture, $"{ownerId}-{fileId:x16}"));

    private static string PartPath(string folder, int part) => Path.Combine(folder, part.ToString(CultureInfo.InvariantCulture));

    /// <summary>An empty file: the part is in the body.</summary>
    private static string NotePath(string folder, int part) => PartPath(folder, part) + ".in";

    /// <summary>The size of the parts in the body; the first part of a size that parts may have decides it, and the folder remembers.</summary>
    private int UsualSize(string folder, int candidate)
    {
        if (_usualSizes.TryGetValue(folder, out var known))
            return known;
        var size = Directory.Exists(folder) && Directory.GetFiles(folder, "*" + SizeSuffix) is [var note]
            ? int.Parse(Path.GetFileNameWithoutExtension(note), CultureInfo.InvariantCulture)
            : candidate > 0 && LargestPart % candidate == 0 ? candidate : 0;
        if (size == 0)
            return 0;
        size = _usualSizes.GetOrAdd(folder, size);
        Touch(Path.Combine(folder, size.ToString(CultureInfo.InvariantCulture) + SizeSuffix));
        return size;
    }

    private string BlobPath(string blob) => Path.Combine(_root, "files", blob);
}
