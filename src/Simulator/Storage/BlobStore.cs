using System.Globalization;
using System.Security.Cryptography;

namespace TelegramRest.Simulator.Storage;

/// <summary>
/// File contents on disk: upload parts until they are used, and finished files. Nothing is held in memory beyond one part.
/// A forgetful store lives in a temporary folder that goes away with it.
/// </summary>
internal sealed class BlobStore : IDisposable
{
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

    public async Task PutPartAsync(long ownerId, long fileId, int part, ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        var path = PartPath(ownerId, fileId, part);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);

        // A half-written part must not look like a whole one after a crash, and two clients may send the same part at once.
        var temporary = string.Create(CultureInfo.InvariantCulture, $"{path}.{RandomNumberGenerator.GetInt32(int.MaxValue):x8}.tmp");
        await File.WriteAllBytesAsync(temporary, bytes, cancellationToken);
        File.Move(temporary, path, overwrite: true);
    }

    /// <returns>Bytes, or null when that part has not been saved.</returns>
    public long? PartSize(long ownerId, long fileId, int part)
    {
        var file = new FileInfo(PartPath(ownerId, fileId, part));
        return file.Exists ? file.Length : null;
    }

    /// <summary>Joins parts 0…<paramref name="parts"/>−1 into a file and drops them.</summary>
    /// <returns>The file's length in bytes.</returns>
    public async Task<long> JoinPartsAsync(long ownerId, long fileId, int parts, string blob, CancellationToken cancellationToken)
    {
        long length;
        await using (var target = Create(blob))
        {
            for (var part = 0; part < parts; part++)
            {
                await using var source = new FileStream(PartPath(ownerId, fileId, part), FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
                await source.CopyToAsync(target, cancellationToken);
            }

            length = target.Length;
        }

        Directory.Delete(PartFolder(ownerId, fileId), recursive: true);
        return length;
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
        await using var stream = Open(blob);
        if (stream is null)
            return null;
        if (offset >= stream.Length)
            return [];
        var bytes = new byte[(int)Math.Min(limit, stream.Length - offset)];
        stream.Position = offset;
        await stream.ReadExactlyAsync(bytes, cancellationToken);
        return bytes;
    }

    public void Dispose()
    {
        if (_forgetful && Directory.Exists(_root))
            Directory.Delete(_root, recursive: true);
    }

    private string PartFolder(long ownerId, long fileId) => Path.Combine(_root, "parts", string.Create(CultureInfo.InvariantCulture, $"{ownerId}-{fileId:x16}"));

    private string PartPath(long ownerId, long fileId, int part) => Path.Combine(PartFolder(ownerId, fileId), part.ToString(CultureInfo.InvariantCulture));

    private string BlobPath(string blob) => Path.Combine(_root, "files", blob);
}
