using System.Buffers;
using System.Security.Cryptography;
using TelegramRest.Mtproto.Rpc;

namespace TelegramRest.Mtproto.Files;

/// <summary>
/// One upload: parts are read in order and sent several at a time. Up to 10 MB a file goes as a small one, with its MD5; above, and when the length is not known, as a big one.
/// https://core.telegram.org/api/files#uploading-files
/// </summary>
internal sealed class FileUpload(MtprotoClient client, Stream content, long? length, string fileName)
{
    private const int InFlight = 4 * 1024 * 1024;
    private const long LargestSmallFile = 10 * 1024 * 1024;
    private static readonly Route FileRoute = new(null, IsFile: true);

    private readonly long fileId = client.Options.Random.NextInt64();
    private readonly int partSize = PartSize.ForUpload(length);

    public async Task<Tl.InputFileBase> RunAsync(CancellationToken cancellationToken)
    {
        var isBig = length is null or > LargestSmallFile;
        using var md5 = isBig ? null : IncrementalHash.CreateHash(HashAlgorithmName.MD5);
        using var failure = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var sending = new Queue<Task>();
        var parts = 0;
        try
        {
            for (var part = await ReadPartAsync(cancellationToken); ;)
            {
                // The last part has to say so, which takes one look ahead.
                var next = part.Length == partSize ? await ReadPartAsync(cancellationToken) : new FilePart([], 0);
                var isLast = next.Length == 0;
                if (parts == PartSize.MostParts)
                    throw new RpcException(400, "FILE_PARTS_INVALID");
                md5?.AppendData(part.Bytes.Span);
                sending.Enqueue(SendAsync(part, parts++, isBig, isLast, failure.Token));
                if (isLast)
                    break;
                part = next;
                while (sending.Count * (long)partSize >= InFlight)
                    await sending.Dequeue();
            }

            while (sending.TryDequeue(out var task))
                await task;
        }
        catch
        {
            await failure.CancelAsync();
            await Task.WhenAll(sending).ContinueWith(static task => _ = task.Exception, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
            throw;
        }

        return isBig
            ? new Tl.InputFileBig { Id = fileId, Parts = parts, Name = fileName }
            : new Tl.InputFile { Id = fileId, Parts = parts, Name = fileName, Md5Checksum = Convert.ToHexStringLower(md5!.GetHashAndReset()) };
    }

    private async Task SendAsync(FilePart part, int index, bool isBig, bool isLast, CancellationToken cancellationToken)
    {
        var sent = isBig
            ? await client.InvokeAsync(
                new Tl.Upload.SaveBigFilePart { FileId = fileId, FilePart = index, FileTotalParts = TotalParts(index, isLast), Bytes = part.Bytes }, FileRoute, cancellationToken)
            : await client.InvokeAsync(new Tl.Upload.SaveFilePart { FileId = fileId, FilePart = index, Bytes = part.Bytes }, FileRoute, cancellationToken);

        // Only now: a request that was given up may still be on its way out of this buffer.
        part.Return();
        if (!sent)
            throw new RpcException(400, $"FILE_PART_{index}_MISSING");
    }

    private int TotalParts(int index, bool isLast) => length is { } known ? (int)((known + partSize - 1) / partSize) : isLast ? index + 1 : -1;

    private async ValueTask<FilePart> ReadPartAsync(CancellationToken cancellationToken)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(partSize);
        var count = await content.ReadAtLeastAsync(buffer.AsMemory(0, partSize), partSize, throwOnEndOfStream: false, cancellationToken);
        return new FilePart(buffer, count);
    }
}
