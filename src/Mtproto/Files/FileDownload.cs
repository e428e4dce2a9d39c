using System.Runtime.CompilerServices;
using TelegramRest.Mtproto.Rpc;

namespace TelegramRest.Mtproto.Files;

/// <summary>
/// One download: several parts are asked for ahead and handed over in order. Parts are whole and aligned, so that none crosses a boundary of 1 MiB;
/// what the caller did not ask for is cut off here.
/// https://core.telegram.org/api/files#downloading-files
/// </summary>
internal sealed class FileDownload(MtprotoClient client, Tl.InputFileLocationBase location, int dcId, long offset, long? length)
{
    private const int PartLength = 512 * 1024;
    private const int InFlight = 2 * 1024 * 1024 / PartLength;

    private int currentDc = dcId;

    public async IAsyncEnumerable<ReadOnlyMemory<byte>> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var asked = new Queue<Task<FilePart>>();
        var end = length is { } count ? offset + count : long.MaxValue;
        var askedUpTo = offset / PartLength * PartLength;
        var position = askedUpTo;
        try
        {
            while (position < end)
            {
                // The first part comes alone: it may tell another data centre, or that there is no more.
                var ahead = position < offset || position == offset / PartLength * PartLength ? 1 : InFlight;
                for (; asked.Count < ahead && askedUpTo < end; askedUpTo += PartLength)
                    asked.Enqueue(AskAsync(askedUpTo, stop.Token));

                var part = await asked.Dequeue();
                var from = (int)Math.Clamp(offset - position, 0, part.Length);
                var to = (int)Math.Min(end - position, part.Length);
                if (to > from)
                    yield return part.Bytes[from..to];
                var isLast = part.Length < PartLength;
                part.Return();
                if (isLast)
                    yield break;
                position += PartLength;
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
        var method = new Tl.Upload.GetFile { Location = location, Offset = from, Limit = PartLength };
        for (var moved = false; ; moved = true)
        {
            try
            {
                return await client.InvokeAsync(new GetFilePart(method), new Route(currentDc, IsFile: true), cancellationToken);
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
