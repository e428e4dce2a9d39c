using Microsoft.Extensions.Logging;
using TelegramRest.Mtproto.Messages;
using TelegramRest.Wire;

namespace TelegramRest.Mtproto.Rpc;

/// <summary>Hands answers to the requests that they belong to. Guarded by the session's lock.</summary>
internal sealed class Answers(int dcId, RequestTable requests, ILogger logger)
{
    /// <summary>The server has answered a request that introduced the client, so it knows us on this connection.</summary>
    public bool Introduced { get; set; }

    /// <summary>Completes the request, or drops an answer that nobody waits for any more.</summary>
    public void Take(long requestMessageId, ref Tl.TlReader answer)
    {
        if (!requests.TryTake(requestMessageId, out var request))
            return;
        try
        {
            if (answer.PeekUInt32() != Gzip.PackedId)
            {
                Complete(request, ref answer);
                return;
            }

            answer.Skip(4);
            using var inflated = Gzip.Inflate(answer.ReadBytesSpan());
            var unpacked = new Tl.TlReader(inflated.Written.Span);
            Complete(request, ref unpacked);
        }
        catch (Exception exception) when (exception is Tl.TlException or WireException)
        {
            logger.UnreadableMessage(dcId, exception);
            request.Fail(new RpcTransportException("The answer could not be read.", mayHaveBeenSent: true, exception));
        }
    }

    private void Complete(PendingRequest request, ref Tl.TlReader answer)
    {
        if (RpcErrors.TryRead(ref answer) is not { } error)
        {
            request.Complete(ref answer);
        }
        else if (error.Type is "CONNECTION_NOT_INITED" or "CONNECTION_LAYER_INVALID")
        {
            Introduced = false;
            requests.SendAgain(request);
            return;
        }
        else
        {
            request.Fail(error);
        }

        Introduced |= request.Introduced;
    }
}
