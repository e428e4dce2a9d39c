using System.Buffers;
using Microsoft.Win32.SafeHandles;
using TelegramRest.BotApi;

namespace TelegramRest.Server.Http.Bodies;

/// <summary>
/// Keeps uploaded files while their request is served: small ones in memory, larger ones in a file of the temporary directory
/// that has no name any more from the moment it is open, so that nothing is left behind however the process ends.
/// </summary>
/// <param name="directory">Where large files wait.</param>
internal sealed class UploadSpool(string directory)
{
    /// <summary>Files up to this size stay in memory.</summary>
    public const int MemoryBytes = 64 * 1024;

    /// <summary>The largest file that one request may bring, bytes.</summary>
    public const long MaxFileBytes = 4_194_304_000;

    private const int ChunkBytes = 256 * 1024;

    /// <summary>Reads <paramref name="content"/> to its end.</summary>
    /// <exception cref="BotApiException">413 when it is too long, 500 when there is no room.</exception>
    public async ValueTask<UploadedFile> StoreAsync(string fieldName, string fileName, string contentType, Stream content, UploadOwner owner, CancellationToken cancellationToken)
    {
        var memory = new byte[4096];
        var length = 0;
        while (length <= MemoryBytes)
        {
            if (length == memory.Length)
                Array.Resize(ref memory, memory.Length * 2);
            var read = await content.ReadAsync(memory.AsMemory(length), cancellationToken);
            if (read == 0)
                return new UploadedFile(fieldName, fileName, contentType, length, _ => ValueTask.FromResult<Stream>(new MemoryStream(memory, 0, length, writable: false)));
            length += read;
        }

        var handle = Create();
        owner.Add(handle);
        var total = await SpillAsync(handle, memory.AsMemory(0, length), content, cancellationToken);
        return new UploadedFile(fieldName, fileName, contentType, total, _ => ValueTask.FromResult<Stream>(new SpooledStream(handle, total)));
    }

    private static async ValueTask<long> SpillAsync(SafeFileHandle handle, ReadOnlyMemory<byte> start, Stream content, CancellationToken cancellationToken)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(ChunkBytes);
        try
        {
            await WriteAsync(handle, start, 0, cancellationToken);
            long total = start.Length;
            while (true)
            {
                var read = await content.ReadAtLeastAsync(buffer, ChunkBytes, throwOnEndOfStream: false, cancellationToken);
                if (read == 0)
                    return total;
                if (total + read > MaxFileBytes)
                    throw RequestErrors.FileTooBig(total + read);
                await WriteAsync(handle, buffer.AsMemory(0, read), total, cancellationToken);
                total += read;
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static async ValueTask WriteAsync(SafeFileHandle handle, ReadOnlyMemory<byte> bytes, long offset, CancellationToken cancellationToken)
    {
        try
        {
            await RandomAccess.WriteAsync(handle, bytes, offset, cancellationToken);
        }
        catch (IOException)
        {
            throw RequestErrors.TemporaryFile();
        }
    }

    private SafeFileHandle Create()
    {
        try
        {
            Directory.CreateDirectory(directory);
            var path = Path.Combine(directory, $"telegram-rest-upload-{Guid.NewGuid():N}");
            var handle = System.IO.File.OpenHandle(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.Delete, FileOptions.Asynchronous | FileOptions.DeleteOnClose);
            if (!OperatingSystem.IsWindows())
                System.IO.File.Delete(path);
            return handle;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw RequestErrors.TemporaryFile();
        }
    }
}
