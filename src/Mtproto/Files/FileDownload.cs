using System.Runtime.CompilerServices;

namespace TelegramRest.Mtproto.Files;

/// <summary>
/// One download: several parts are asked for ahead and handed over in order. Parts are aligned, so that none crosses a boundary of 1 MiB, and no larger than
/// they have to be; what the caller did not ask for is cut off here.
/// https://core.telegram.org/api/files#downloading-files
/// </summary>
internal sealed class FileDownload(MtprotoClient client, Tl.InputFileLocationBase location, int dcId, long offset, long? length)
{
    private const int InFlight = 2 * 1024 * 1024 / PartSize.Largest;

    private readonly int partLength = length is { } wanted ? PartSize.ForDownload(offset, wanted) : PartSize.Largest;
    private int currentDc = dcId;

    public async IAsyncEnumerable<ReadOnlyMemory<byte>> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var asked = new Queue<Task<FilePart>>();
        var end = length is { } count ? offset + count : long.MaxValue;
        var askedUpTo = offset / partLength * partLength;
        var position = askedUpTo;
        try
        {
            while (position < end)
            {
                // The first part comes alone: it may tell another data centre, or that there is no more.
                var ahead = position < offset || position == offset / partLength * partLength ? 1 : InFlight;
                for (; asked.Count < ahead && askedUpTo < end; askedUpTo += partLength)
                    asked.Enqueue(AskAsync(askedUpTo, stop.Token));

                var part = await asked.Dequeue();
                var from = (int)Math.Clamp(offset - position, 0, part.Length);
                var to = (int)Math.Min(end - position, part.Length);
                if (to > from)
                    yield return part.Bytes[from..to];
                var isLast = part.Length < partLength;
                part.Return();
                if (isLast)
                    yield break;
                position += partLength;
            }
        }
        finally
        {
            await stop.CancelAsync();
            foreach (var task in asked)
                await DropAsync(task);
        }
    }

    private async Task<FilePart> AskAsync(long from, CancellationToken cancellationToken)
    {
        var method = new Tl.Upload.GetFile { Location = location, Offset = from, Limit = partLength };
        for (var moved = false; ; moved = true)
        {
            try
            {
                return await client.InvokePartAsync(new GetFilePart(method), currentDc, cancellationToken);
            }
            catch (RpcException error) when (error is { Type: "FILE_MIGRATE", Argument: { } target } && !moved)
            {
                currentDc = target;
            }
        }
    }

    private static async Task DropAsync(Task<FilePart> task)
    {
        try
        {
            (await task).Return();
        }
        catch (Exception exception) when (exception is OperationCanceledException or RpcException or RpcTransportException)
        {
            // The reader is gone; nobody asks what became of the parts ahead.
        }
    }
}
