using TelegramRest.Accounts.Storage;

namespace TelegramRest.Accounts.Files;

/// <summary>
/// A file's bytes as they come from Telegram. Nothing is asked for before the first read; a reader of the file's beginning shares the way into the cache with others,
/// one who jumps far ahead gets what he asks for alone.
/// </summary>
/// <param name="lifetime">Of the transfer: it stops with whoever reads.</param>
internal sealed class DownloadStream(FileLibrary library, FileRow row, CancellationToken lifetime) : Stream
{
    private SharedDownload? shared;
    private IAsyncEnumerator<ReadOnlyMemory<byte>>? pieces;
    private ReadOnlyMemory<byte> piece;
    private long position;

    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => false;

    public override long Length => row.Size;

    public override long Position
    {
        get => position;
        set => position = shared is null && pieces is null ? value : throw new NotSupportedException("It is being read already.");
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (position >= Length || buffer.IsEmpty)
        {
            return 0;
        }

        if (pieces is null && shared is null)
        {
            shared = library.Join(row, position);
            pieces = shared is null ? library.Remote(row).ReadAsync(position, Length - position, lifetime).GetAsyncEnumerator(lifetime) : null;
        }

        var read = shared is not null ? await shared.ReadAsync(buffer, position, cancellationToken) : await ReadPieceAsync(buffer);
        position += read;
        return read;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException("Telegram is waited for asynchronously.");

    public override long Seek(long offset, SeekOrigin origin) => Position = origin switch
    {
        SeekOrigin.Begin => offset,
        SeekOrigin.Current => position + offset,
        _ => Length + offset,
    };

    public override void Flush()
    {
    }

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override async ValueTask DisposeAsync()
    {
        shared?.Leave();
        shared = null;
        if (pieces is not null)
        {
            await pieces.DisposeAsync();
        }

        pieces = null;
        await base.DisposeAsync();
    }

    private async ValueTask<int> ReadPieceAsync(Memory<byte> buffer)
    {
        if (piece.IsEmpty)
        {
            piece = await pieces!.MoveNextAsync() ? pieces.Current : throw FileErrors.Unavailable();
        }

        var count = Math.Min(buffer.Length, piece.Length);
        piece[..count].CopyTo(buffer);
        piece = piece[count..];
        return count;
    }
}
