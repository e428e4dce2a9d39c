using System.Buffers;
using System.Security.Cryptography;

namespace TelegramRest.Mtproto.Files;

/// <summary>
/// One upload: parts are read in order and sent several at a time. Up to 10 MB a file goes as a small one, with its MD5; above as a big one,
/// and so when its length is not known and it does not end within the first 4 MiB.
/// https://core.telegram.org/api/files#uploading-files
/// </summary>
internal sealed class FileUpload(MtprotoClient client, Stream content, long? length, string fileName)
{
    private const int InFlight = 4 * 1024 * 1024;
    private const long LargestSmallFile = 10 * 1024 * 1024;

    private readonly long fileId = client.Options.Random.NextInt64();
    private readonly int partSize = PartSize.ForUpload(length);
    private readonly Queue<FilePart> ahead = new();
    private bool ended;

    public async Task<Tl.InputFileBase> RunAsync(CancellationToken cancellationToken)
    {
        using var failure = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var md5 = IncrementalHash.CreateHash(HashAlgorithmName.MD5);
        var sending = new Queue<Task>();
        var parts = 0;
        try
        {
            // A file whose length is not known is small when it ends within what may be held in memory.
            await ReadAheadAsync(length is null ? InFlight / partSize : 1, cancellationToken);
            var size = length ?? (ended ? ahead.Sum(part => (long)part.Length) : null);
            var isBig = size is null or > LargestSmallFile;
            while (ahead.TryDequeue(out var part))
            {
                await ReadAheadAsync(1, cancellationToken);
                if (parts == PartSize.MostParts)
                    throw new RpcException(400, "FILE_PARTS_INVALID");
                if (!isBig)
                    md5.AppendData(part.Bytes.Span);
                sending.Enqueue(isBig ? SendBigAsync(part, parts, TotalParts(size, parts), failure.Token) : SendSmallAsync(part, parts, failure.Token));
                parts++;
                while (sending.Count * (long)partSize >= InFlight)
                    await sending.Dequeue();
            }

            while (sending.TryDequeue(out var task))
                await task;
            return isBig
                ? new Tl.InputFileBig { Id = fileId, Parts = parts, Name = fileName }
                : new Tl.InputFile { Id = fileId, Parts = parts, Name = fileName, Md5Checksum = Convert.ToHexStringLower(md5.GetHashAndReset()) };
        }
        catch
        {
            await failure.CancelAsync();
            await Task.WhenAll(sending).ContinueWith(static task => _ = task.Exception, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
            throw;
        }
    }

    private async Task SendSmallAsync(FilePart part, int index, CancellationToken cancellationToken)
    {
        var method = new Tl.Upload.SaveFilePart { FileId = fileId, FilePart = index, Bytes = part.Bytes };
        Finish(part, index, await client.InvokePartAsync(method, dcId: null, cancellationToken));
    }

    private async Task SendBigAsync(FilePart part, int index, int totalParts, CancellationToken cancellationToken)
    {
        var method = new Tl.Upload.SaveBigFilePart { FileId = fileId, FilePart = index, FileTotalParts = totalParts, Bytes = part.Bytes };
        Finish(part, index, await client.InvokePartAsync(method, dcId: null, cancellationToken));
    }

    // Only an answered request's buffer goes back: one that was given up may still be on its way out of it.
    private static void Finish(FilePart part, int index, bool isSaved)
    {
        part.Return();
        if (!isSaved)
            throw new RpcException(400, $"FILE_PART_{index}_MISSING");
    }

    // While the end is not in sight the number is left open; the last part tells it.
    private int TotalParts(long? size, int index) => size is { } known ? (int)((known + partSize - 1) / partSize) : ahead.Count == 0 ? index + 1 : -1;

    private async ValueTask ReadAheadAsync(int count, CancellationToken cancellationToken)
    {
        while (!ended && ahead.Count < count)
        {
            var buffer = ArrayPool<byte>.Shared.Rent(partSize);
            var read = await content.ReadAtLeastAsync(buffer.AsMemory(0, partSize), partSize, throwOnEndOfStream: false, cancellationToken);
            ended = read < partSize;
            if (read > 0)
                ahead.Enqueue(new FilePart(buffer, read));
            else
                ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
