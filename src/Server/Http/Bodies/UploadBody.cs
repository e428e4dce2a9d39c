using System.Buffers;
using Microsoft.Win32.SafeHandles;

namespace TelegramRest.Server.Http.Bodies;

/// <summary>
/// The bytes of one uploaded file that had to be kept: in memory as far as the process has some to spare, the rest in a file without a name.
/// It can be read any number of times until it is disposed.
/// </summary>
/// <param name="memory">What all requests share.</param>
/// <param name="createFile">Opens a file for what does not fit into memory.</param>
internal sealed class UploadBody(UploadMemory memory, Func<SafeFileHandle> createFile) : IDisposable
{
    private const int ChunkBytes = 64 * 1024;
    private const int FileChunkBytes = 256 * 1024;

    private readonly List<byte[]> _chunks = [];
    private SafeFileHandle? _file;
    private int _inLastChunk = ChunkBytes;
    private bool _isSpilling;

    public long Length { get; private set; }

    private long InMemory => _chunks.Count == 0 ? 0 : ((_chunks.Count - 1L) * ChunkBytes) + _inLastChunk;

    /// <summary>Takes bytes from <paramref name="content"/> until that ends or there are more than <paramref name="limit"/>.</summary>
    /// <returns>Whether it ended.</returns>
    public async ValueTask<bool> FillAsync(Stream content, long limit, CancellationToken cancellationToken)
    {
        while (Length <= limit)
        {
            if (_isSpilling || !HasRoom())
                return await SpillAsync(content, limit, cancellationToken);
            var read = await content.ReadAsync(_chunks[^1].AsMemory(_inLastChunk, ChunkBytes - _inLastChunk), cancellationToken);
            if (read == 0)
                return true;
            _inLastChunk += read;
            Length += read;
        }

        return false;
    }

    /// <summary>Reads at <paramref name="position"/>; 0 bytes at the end.</summary>
    public ValueTask<int> ReadAsync(Memory<byte> buffer, long position, CancellationToken cancellationToken)
    {
        var inMemory = InMemory;
        if (position >= inMemory)
            return _file is null ? ValueTask.FromResult(0) : RandomAccess.ReadAsync(_file, buffer, position - inMemory, cancellationToken);

        var (chunk, offset) = Math.DivRem((int)position, ChunkBytes);
        var count = (int)Math.Min(Math.Min(buffer.Length, ChunkBytes - offset), inMemory - position);
        _chunks[chunk].AsMemory(offset, count).CopyTo(buffer);
        return ValueTask.FromResult(count);
    }

    public void Dispose()
    {
        foreach (var chunk in _chunks)
            ArrayPool<byte>.Shared.Return(chunk);
        memory.Give(Math.Max(0, _chunks.Count - 1) * ChunkBytes);
        _chunks.Clear();
        _file?.Dispose();
    }

    // The first chunk is free: most files are that small, and to refuse it would only make the disk turn.
    private bool HasRoom()
    {
        if (_inLastChunk < ChunkBytes)
            return true;
        if (_chunks.Count > 0 && !memory.TryTake(ChunkBytes))
            return false;
        _chunks.Add(ArrayPool<byte>.Shared.Rent(ChunkBytes));
        _inLastChunk = 0;
        return true;
    }

    private async ValueTask<bool> SpillAsync(Stream content, long limit, CancellationToken cancellationToken)
    {
        _isSpilling = true;
        _file ??= createFile();
        var buffer = ArrayPool<byte>.Shared.Rent(FileChunkBytes);
        try
        {
            while (Length <= limit)
            {
                var read = await content.ReadAtLeastAsync(buffer.AsMemory(0, FileChunkBytes), FileChunkBytes, throwOnEndOfStream: false, cancellationToken);
                if (read == 0)
                    return true;
                await WriteAsync(_file, buffer.AsMemory(0, read), Length - InMemory, cancellationToken);
                Length += read;
            }

            return false;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static async ValueTask WriteAsync(SafeFileHandle file, ReadOnlyMemory<byte> bytes, long offset, CancellationToken cancellationToken)
    {
        try
        {
            await RandomAccess.WriteAsync(file, bytes, offset, cancellationToken);
        }
        catch (IOException)
        {
            throw RequestErrors.TemporaryFile();
        }
    }
}
