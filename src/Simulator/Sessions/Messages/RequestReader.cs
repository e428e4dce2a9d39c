using TelegramRest.Simulator.Rpc;

namespace TelegramRest.Simulator.Sessions.Messages;

/// <summary>Takes requests out of <c>invokeWith…</c>, <c>initConnection</c> and <c>gzip_packed</c>, which may stand around each other in any order (https://core.telegram.org/api/invoking).</summary>
internal static class RequestReader
{
    private const int DeepestNesting = 16;
    private const int MostPredecessors = 1024;

    /// <exception cref="RpcError">No method has this id, or its arguments are malformed.</exception>
    public static RequestEnvelope Read(ReadOnlyMemory<byte> body)
    {
        var envelope = new RequestEnvelope();
        try
        {
            Unwrap(body, envelope, depth: 0);
        }
        catch (Tl.TlUnknownException exception)
        {
            throw new RpcError(400, exception.IsMethod ? $"INPUT_METHOD_INVALID_{exception.Id}_0" : $"INPUT_CONSTRUCTOR_INVALID_{exception.Id:x8}");
        }
        catch (Tl.TlException)
        {
            throw new RpcError(400, "INPUT_FETCH_ERROR");
        }
        return envelope;
    }

    private static void Unwrap(ReadOnlyMemory<byte> body, RequestEnvelope envelope, int depth)
    {
        if (depth > DeepestNesting)
            throw new Tl.TlException("too many wrappers");

        var reader = new Tl.TlReader(body.Span);
        switch (reader.PeekUInt32())
        {
            case ServiceIds.GzipPacked:
                reader.ReadUInt32();
                Unwrap(Gzip.Inflate(reader.ReadBytes()), envelope, depth + 1);
                return;
            case ServiceIds.InvokeWithLayer:
                reader.ReadUInt32();
                envelope.Layer = reader.ReadInt32();
                break;
            case ServiceIds.InitConnection:
                reader.ReadUInt32();
                envelope.Client = ReadClient(ref reader);
                break;
            case ServiceIds.InvokeWithoutUpdates:
                reader.ReadUInt32();
                envelope.WithoutUpdates = true;
                break;
            case ServiceIds.InvokeAfterMsg:
                reader.ReadUInt32();
                envelope.After.Add(reader.ReadInt64());
                break;
            case ServiceIds.InvokeAfterMsgs:
                reader.ReadUInt32();
                envelope.After.AddRange(reader.ReadInt64Vector());
                break;
            case ServiceIds.InvokeWithTakeout:
                reader.ReadUInt32();
                envelope.TakeoutId = reader.ReadInt64();
                break;
            case ServiceIds.InvokeWithBusinessConnection:
                reader.ReadUInt32();
                envelope.BusinessConnectionId = reader.ReadString();
                break;
            case ServiceIds.InvokeWithMessagesRange:
                reader.Skip(4 + 4 + 4 + 4);
                break;
            case ServiceIds.InvokeWithGooglePlayIntegrity or ServiceIds.InvokeWithApnsSecret:
                reader.ReadUInt32();
                reader.ReadBytesSpan();
                reader.ReadBytesSpan();
                break;
            case ServiceIds.InvokeWithReCaptcha:
                reader.ReadUInt32();
                reader.ReadBytesSpan();
                break;
            default:
                envelope.Method = reader.ReadMethod();
                return;
        }

        if (envelope.After.Count > MostPredecessors)
            throw new Tl.TlException("too many predecessors");
        Unwrap(body[reader.Position..], envelope, depth + 1);
    }

    private static ClientDescription ReadClient(ref Tl.TlReader reader)
    {
        const int hasProxy = 1;
        const int hasParameters = 2;

        var flags = reader.ReadInt32();
        var client = new ClientDescription(reader.ReadInt32(), reader.ReadString(), reader.ReadString(), reader.ReadString(), reader.ReadString(), reader.ReadString(), reader.ReadString());
        if ((flags & hasProxy) != 0)
        {
            reader.Skip(4);
            reader.ReadBytesSpan();
            reader.ReadInt32();
        }
        if ((flags & hasParameters) != 0)
            reader.ReadObject();
        return client;
    }
}
