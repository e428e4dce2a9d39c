using System.Runtime.CompilerServices;
using TelegramRest.Accounts.Messages;
using TelegramRest.BotApi;
using TelegramRest.Mapping.FileIds;
using TelegramRest.Mtproto;

namespace TelegramRest.Accounts.Files;

/// <summary>
/// A file where Telegram keeps it. Read in pieces; a file reference that has expired on the way is replaced by a fresh one, and reading goes on where it was.
/// </summary>
/// <remarks>https://core.telegram.org/api/files#downloading-files</remarks>
internal sealed class RemoteFile(Account account, FileReferences references, FileId file)
{
    /// <summary>What one request brings at most, bytes.</summary>
    public const int Piece = 512 * 1024;

    /// <summary>Enough to learn whether there is anything.</summary>
    private const int Probe = 4096;

    private volatile FileId current = file;

    /// <summary>The bytes from <paramref name="offset"/> on, at most <paramref name="length"/>. Each piece is valid until the next one is asked for.</summary>
    /// <exception cref="BotApiException">The file cannot be had, or its account has to wait.</exception>
    public async IAsyncEnumerable<ReadOnlyMemory<byte>> ReadAsync(long offset, long? length, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var position = offset;
        var end = length is { } count ? offset + count : (long?)null;
        for (var mayRefresh = true; ;)
        {
            await using var pieces = account.Client.DownloadAsync(current.ToLocation(), current.DcId, position, end - position, cancellationToken).GetAsyncEnumerator(cancellationToken);
            while (true)
            {
                try
                {
                    if (!await pieces.MoveNextAsync())
                    {
                        yield break;
                    }
                }
                catch (RpcException error) when (FileReferences.IsStale(error) && mayRefresh)
                {
                    mayRefresh = false;
                    current = await RefreshAsync(cancellationToken);
                    break;
                }
                catch (Exception exception) when (exception is RpcException or RpcTransportException)
                {
                    throw Failure(exception);
                }

                position += pieces.Current.Length;
                mayRefresh = true;
                yield return pieces.Current;
            }
        }
    }

    /// <summary>The first piece, which is the whole file when it is shorter than 512 KiB.</summary>
    /// <returns>The bytes, and whether the file ends with them.</returns>
    public async Task<(byte[] Bytes, bool IsWhole)> ReadFirstAsync(CancellationToken cancellationToken)
    {
        var bytes = new MemoryStream();
        await foreach (var piece in ReadAsync(0, Piece, cancellationToken))
        {
            bytes.Write(piece.Span);
        }

        return (bytes.ToArray(), bytes.Length < Piece);
    }

    /// <summary>Whether there are bytes at <paramref name="offset"/>.</summary>
    public async Task<bool> HasBytesAtAsync(long offset, CancellationToken cancellationToken)
    {
        await foreach (var piece in ReadAsync(offset, Probe, cancellationToken))
        {
            return piece.Length > 0;
        }

        return false;
    }

    /// <summary>
    /// The size of a file that nobody told it of, by asking for bytes here and there: about a dozen small requests for the largest file.
    /// </summary>
    /// <param name="limit">Above it the size does not matter.</param>
    /// <returns>Bytes; null when there are more than <paramref name="limit"/>.</returns>
    public async Task<long?> FindSizeAsync(long limit, CancellationToken cancellationToken)
    {
        // Both count pieces: there are bytes at low; at high there are none, or they do not matter.
        long low = 0;
        var high = limit / Piece + 1;
        while (high - low > 1)
        {
            var middle = low + (high - low) / 2;
            if (await HasBytesAtAsync(middle * Piece, cancellationToken))
            {
                low = middle;
            }
            else
            {
                high = middle;
            }
        }

        var size = low * Piece;
        await foreach (var piece in ReadAsync(low * Piece, Piece, cancellationToken))
        {
            size += piece.Length;
        }

        return size <= limit ? size : null;
    }

    private async Task<FileId> RefreshAsync(CancellationToken cancellationToken) =>
        await references.RefreshAsync(current, cancellationToken) ?? throw FileErrors.Unavailable();

    /// <summary>One text for everything but a flood limit, which the official server hides too, but which a client can wait out.</summary>
    private BotApiException Failure(Exception exception) =>
        exception is RpcException { Code: 420 } ? account.Translate(exception, null) : FileErrors.Unavailable();
}
