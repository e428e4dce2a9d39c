using TelegramRest.Mtproto.Messages;

namespace TelegramRest.Mtproto.Rpc;

/// <summary>Puts the next packet of a session together: acknowledgements, service messages, requests, as many as fit. Used under the session's lock.</summary>
internal sealed class SessionPacket(
    SessionIdentity identity, RequestTable requests, SentServices services, Acknowledgements acknowledgements, SessionKind kind, MtprotoClientOptions options)
{
    private const int UsualLength = 1024;

    private readonly List<PendingRequest> packed = [];

    /// <summary>The packet carries at least one request.</summary>
    public bool HasRequests => packed.Count > 0;

    /// <summary>Null when nothing has to go now: acknowledgements alone may wait.</summary>
    public PacketBuilder? Build(TimeSpan now, bool introduced, long salt)
    {
        if (!requests.AnyWaiting && !services.AnyWaiting && !(acknowledgements.Due <= now))
            return null;

        var expected = requests.TryPeek(out var next) ? ExpectedLength(next.Query) : UsualLength;
        var packet = new PacketBuilder(expected);
        using var body = new Tl.TlWriter(expected);
        var firstService = identity.NextMessageId();
        if (acknowledgements.Any)
            AddService(packet, body, new Tl.Mtproto.MsgsAck { MsgIds = acknowledgements.Take() });
        while (services.AnyWaiting && !packet.IsFull)
            AddService(packet, body, services.Dequeue());
        while (!packet.IsFull && requests.TryPeek(out var request))
        {
            // A part of a file is not worth writing only to see that it has no room.
            if (!packet.HasRoomFor(ExpectedLength(request.Query) - UsualLength))
                break;
            if (!TryWrite(request, body, introduced))
            {
                requests.Dequeue();
                continue;
            }

            if (!packet.HasRoomFor(body.Length) || (request.Alone && packet.Count > 0))
                break;
            requests.Dequeue();
            AddRequest(packet, body, request, introduced, now);
            if (request.Alone)
                break;
        }

        if (packet.Count == 0)
        {
            packet.Dispose();
            return null;
        }

        var containerId = packet.Close(identity, salt, options.Random);
        services.SetContainer(firstService, containerId);
        foreach (var request in packed)
            request.ContainerId = containerId;
        return packet;
    }

    private void AddService(PacketBuilder packet, Tl.TlWriter body, Tl.TlObject message)
    {
        body.Reset();
        message.Write(body);
        var messageId = identity.NextMessageId();
        packet.Add(messageId, identity.NextSequenceNumber(isContent: false), body.WrittenSpan);
        if (message is Tl.Mtproto.PingDelayDisconnect or Tl.Mtproto.MsgsStateReq or Tl.Mtproto.MsgResendReq)
            services.MarkSent(message, messageId);
    }

    private void AddRequest(PacketBuilder packet, Tl.TlWriter body, PendingRequest request, bool introduced, TimeSpan now)
    {
        var messageId = identity.NextMessageId();
        packet.Add(messageId, identity.NextSequenceNumber(isContent: true), body.WrittenSpan);
        requests.MarkSent(request, messageId, now);
        request.Introduced = !introduced;
        packed.Add(request);
    }

    // A request that cannot be written is its caller's mistake, and nobody else's.
    private bool TryWrite(PendingRequest request, Tl.TlWriter body, bool introduced)
    {
        try
        {
            body.Reset();
            var query = Pack(request.Query, body);
            if (kind == SessionKind.Secondary)
                query = new Tl.InvokeWithoutUpdates { Query = query };
            if (!introduced)
                query = Introduction.Wrap(query, options);
            if (query != request.Query || body.Length == 0)
            {
                body.Reset();
                query.Write(body);
            }

            if (body.Length > PacketBuilder.LongestMessage)
                throw new Tl.TlException($"a request of {body.Length} bytes is too long");
            return true;
        }
        catch (Exception exception) when (exception is Tl.TlException or NullReferenceException or ArgumentException)
        {
            request.Fail(exception);
            return false;
        }
    }

    // Growing step by step would copy the part of a file more often than sending it does.
    private static int ExpectedLength(Tl.TlMethod query) => UsualLength + query switch
    {
        Tl.Upload.SaveFilePart part => part.Bytes.Length,
        Tl.Upload.SaveBigFilePart part => part.Bytes.Length,
        _ => 0,
    };

    // Parts of files do not get smaller; everything else of some length usually does.
    private static Tl.TlMethod Pack(Tl.TlMethod query, Tl.TlWriter body)
    {
        if (query is Tl.Upload.SaveFilePart or Tl.Upload.SaveBigFilePart)
            return query;
        query.Write(body);
        return Gzip.TryDeflate(body.WrittenSpan) is { } packed ? new PackedQuery(packed) : query;
    }
}
