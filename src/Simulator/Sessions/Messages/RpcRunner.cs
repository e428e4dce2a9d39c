using System.Buffers.Binary;
using TelegramRest.Simulator.Rpc;
using TelegramRest.Simulator.Sessions.Connections;
using TelegramRest.Simulator.Sessions.Faults;

namespace TelegramRest.Simulator.Sessions.Messages;

/// <summary>Runs requests and queues their answers. Requests of one session start in the order in which they came; slow ones hold nobody up.</summary>
internal sealed class RpcRunner(ServerContext server, TemporaryKeyBinding binding)
{
    private const int GzipFrom = 1024;

    /// <summary>What stands before a result: its constructor and the request's id.</summary>
    private const int ResultHead = 4 + 8;

    /// <summary>Starts a request. Its arguments have been read when this returns; the task ends when the answer is queued.</summary>
    public Task StartAsync(ClientConnection connection, Session session, InboundMessage request, ReadOnlyMemory<byte> body, CancellationToken cancellationToken)
    {
        RequestEnvelope envelope;
        try
        {
            envelope = RequestReader.Read(body);
        }
        catch (RpcError error)
        {
            Log.UnreadableRequest(server.Logger, session.Key.Id, error.Message);
            AnswerError(session, request, error);
            return Task.CompletedTask;
        }
        return RunAsync(connection, session, request, envelope, cancellationToken);
    }

    private async Task RunAsync(ClientConnection connection, Session session, InboundMessage request, RequestEnvelope envelope, CancellationToken cancellationToken)
    {
        var method = envelope.Method!;
        var name = MethodNames.Of(method);
        try
        {
            var identity = Identify(session, method);
            identity.RemoteAddress = connection.RemoteAddress;
            if (envelope.Layer != 0)
                identity.Declare(envelope.Layer, envelope.Client);
            if (!envelope.WithoutUpdates)
                session.WantsUpdates = true;
            CheckLayer(identity, method);

            foreach (var predecessor in envelope.After)
            {
                if (session.Find(predecessor) is { } before && !await before.CompletionAsync().WaitAsync(cancellationToken))
                    throw new RpcError(400, "MSG_WAIT_FAILED");
            }

            if (server.Faults.Take(FaultKind.DropBefore, identity.UserId, name) is not null)
            {
                session.Forget(request);
                connection.Close();
                return;
            }
            if (server.Faults.Take(FaultKind.Error, identity.UserId, name) is { } fault)
                throw new RpcError(fault.Code, fault.Message ?? "");

            var result = method is Tl.Auth.BindTempAuthKey bind
                ? await binding.BindAsync(session, request.Id, bind, cancellationToken)
                : await server.Dispatcher.InvokeAsync(Context(connection, session, request, envelope, identity), method, cancellationToken);
            var answer = Encode(request.Id, method, result, identity.WrittenLayer);
            await DeliverAsync(connection, session, request, answer, identity.UserId, name, cancellationToken);
        }
        catch (RpcError error)
        {
            AnswerError(session, request, error);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            request.Finish(succeeded: false);
        }
#pragma warning disable CA1031 // A fault of one request must not end the client's connection: it is logged and answered.
        catch (Exception exception)
        {
            Log.RequestFailed(server.Logger, exception, name);
            AnswerError(session, request, new RpcError(400, "SIMULATOR_FAILURE"));
        }
#pragma warning restore CA1031
    }

    private AuthKey Identify(Session session, Tl.TlMethod method)
    {
        if (method is Tl.Auth.BindTempAuthKey)
            return session.Key;
        return server.Keys.IdentityOf(session.Key) ?? throw new RpcError(401, "AUTH_KEY_PERM_EMPTY");
    }

    private void CheckLayer(AuthKey identity, Tl.TlMethod method)
    {
        if (method is Tl.Auth.BindTempAuthKey)
            return;
        if (identity.Layer == 0)
            throw new RpcError(400, "CONNECTION_NOT_INITED");
        if (identity.Layer < Tl.Schema.OldestLayer)
        {
            Log.LayerTooOld(server.Logger, identity.Layer, Tl.Schema.OldestLayer);
            throw new RpcError(406, "UPDATE_APP_TO_LOGIN");
        }
    }

    private RpcContext Context(ClientConnection connection, Session session, InboundMessage request, RequestEnvelope envelope, AuthKey identity) =>
        new(identity, session.Id, request.Id, server.DataCentersFor(connection.LocalAddress))
        {
            Layer = identity.WrittenLayer,
            RemoteAddress = connection.RemoteAddress,
            WithoutUpdates = envelope.WithoutUpdates,
            BusinessConnectionId = envelope.BusinessConnectionId,
            TakeoutId = envelope.TakeoutId,
        };

    private byte[] Encode(long requestId, Tl.TlMethod method, object result, int layer)
    {
        using var writer = new Tl.TlWriter { Layer = layer, Substitutes = LayerForms.Instance };
        writer.WriteUInt32(ServiceIds.RpcResult);
        writer.WriteInt64(requestId);
        try
        {
            ResultForms.Write(writer, method, result);
        }
        catch (Tl.TlLayerException exception)
        {
            Log.LayerLacksResult(server.Logger, MethodNames.Of(method), exception.Constructor, layer);
            throw new RpcError(406, "UPDATE_APP_REQUIRED");
        }

        if (writer.Length >= GzipFrom && method is not Tl.Upload.GetFile && Gzip.TryDeflate(writer.WrittenSpan[ResultHead..]) is { } packed)
        {
            writer.Reset();
            writer.WriteUInt32(ServiceIds.RpcResult);
            writer.WriteInt64(requestId);
            writer.WriteUInt32(ServiceIds.GzipPacked);
            writer.WriteBytes(packed);
        }
        return writer.WrittenSpan.ToArray();
    }

    private async ValueTask DeliverAsync(ClientConnection connection, Session session, InboundMessage request, byte[] answer, long? userId, string name, CancellationToken cancellationToken)
    {
        request.Finish(succeeded: true);
        if (server.Faults.Take(FaultKind.UnknownAnswer, userId, name) is not null)
            BinaryPrimitives.WriteUInt32LittleEndian(answer.AsSpan(ResultHead), ServiceIds.Unknown);
        if (server.Faults.Take(FaultKind.DelayAnswer, userId, name) is { } delay)
            await Task.Delay(delay.Delay, server.Time, cancellationToken);
        if (server.Faults.Take(FaultKind.LoseAnswer, userId, name) is not null)
        {
            session.HoldAnswer(request, answer);
            return;
        }
        if (server.Faults.Take(FaultKind.DropAfter, userId, name) is not null)
        {
            session.HoldAnswer(request, answer);
            connection.Close();
            return;
        }
        session.Answer(request, answer);
        session.Flush();
    }

    private static void AnswerError(Session session, InboundMessage request, RpcError error)
    {
        using var writer = new Tl.TlWriter();
        writer.WriteUInt32(ServiceIds.RpcResult);
        writer.WriteInt64(request.Id);
        writer.WriteUInt32(ServiceIds.RpcError);
        writer.WriteInt32(error.Code);
        writer.WriteString(error.Message);
        request.Finish(succeeded: false);
        session.Answer(request, writer.WrittenSpan.ToArray());
        session.Flush();
    }
}
