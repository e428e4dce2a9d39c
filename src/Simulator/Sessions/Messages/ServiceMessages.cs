using TelegramRest.Simulator.Sessions.Connections;

namespace TelegramRest.Simulator.Sessions.Messages;

/// <summary>The messages that the protocol itself answers (https://core.telegram.org/mtproto/service_messages).</summary>
internal sealed class ServiceMessages(ServerContext server)
{
    private const int MostFutureSalts = 64;

    /// <summary>Whether a message with this constructor belongs here; anything else is a request.</summary>
    public static bool Includes(uint constructorId) => constructorId is
        ServiceIds.MsgsAck or ServiceIds.Ping or ServiceIds.PingDelayDisconnect or ServiceIds.GetFutureSalts or ServiceIds.MsgsStateReq
        or ServiceIds.MsgsStateInfo or ServiceIds.MsgsAllInfo or ServiceIds.MsgResendReq or ServiceIds.MsgDetailedInfo or ServiceIds.MsgNewDetailedInfo
        or ServiceIds.HttpWait or ServiceIds.RpcDropAnswer or ServiceIds.DestroySession or ServiceIds.DestroyAuthKey
        or ServiceIds.BadMsgNotification or ServiceIds.BadServerSalt;

    /// <exception cref="Tl.TlException">The message is malformed.</exception>
    public void Handle(ClientConnection connection, Session session, in ClientMessage message)
    {
        var reader = new Tl.TlReader(message.Body.Span);
        switch (reader.ReadUInt32())
        {
            case ServiceIds.MsgsAck:
                session.Acknowledged(reader.ReadInt64Vector());
                break;
            case ServiceIds.Ping:
                Pong(session, message.Id, reader.ReadInt64());
                break;
            case ServiceIds.PingDelayDisconnect:
                Pong(session, message.Id, reader.ReadInt64());
                connection.DisconnectAfter(TimeSpan.FromSeconds(Math.Clamp(reader.ReadInt32(), 1, 3600)));
                break;
            case ServiceIds.GetFutureSalts:
                FutureSalts(session, message.Id, reader.ReadInt32());
                break;
            case ServiceIds.MsgsStateReq:
                StateInfo(session, message.Id, reader.ReadInt64Vector());
                break;
            case ServiceIds.MsgResendReq:
                var wanted = reader.ReadInt64Vector();
                if (!session.Resend(wanted))
                    StateInfo(session, message.Id, wanted);
                break;
            case ServiceIds.RpcDropAnswer:
                DropAnswer(session, message.Id, reader.ReadInt64());
                break;
            case ServiceIds.DestroySession:
                DestroySession(session, reader.ReadInt64());
                break;
            case ServiceIds.DestroyAuthKey:
                DestroyAuthKey(session);
                break;
        }
    }

    /// <summary>https://core.telegram.org/mtproto/service_messages_about_messages#notice-of-ignored-error-message</summary>
    public static void Refuse(Session session, in ClientMessage message, int code)
    {
        using var writer = new Tl.TlWriter();
        writer.WriteUInt32(ServiceIds.BadMsgNotification);
        writer.WriteInt64(message.Id);
        writer.WriteInt32(message.SeqNo);
        writer.WriteInt32(code);
        session.Reply(writer.WrittenSpan);
    }

    public void RefuseSalt(Session session, in ClientMessage message)
    {
        const int wrongSalt = 48;
        using var writer = new Tl.TlWriter();
        writer.WriteUInt32(ServiceIds.BadServerSalt);
        writer.WriteInt64(message.Id);
        writer.WriteInt32(message.SeqNo);
        writer.WriteInt32(wrongSalt);
        writer.WriteInt64(server.Salts.Current(session.Key, server.Keys.Now));
        session.Reply(writer.WrittenSpan);
    }

    private static void Pong(Session session, long messageId, long pingId)
    {
        using var writer = new Tl.TlWriter();
        writer.WriteUInt32(ServiceIds.Pong);
        writer.WriteInt64(messageId);
        writer.WriteInt64(pingId);
        session.Reply(writer.WrittenSpan);
    }

    private void FutureSalts(Session session, long messageId, int count)
    {
        var now = server.Keys.Now;
        count = Math.Clamp(count, 1, MostFutureSalts);
        using var writer = new Tl.TlWriter();
        writer.WriteUInt32(ServiceIds.FutureSalts);
        writer.WriteInt64(messageId);
        writer.WriteInt32(now);
        writer.WriteInt32(count);
        foreach (var (validSince, validUntil, salt) in server.Salts.Future(session.Key, now, count))
        {
            writer.WriteInt32(validSince);
            writer.WriteInt32(validUntil);
            writer.WriteInt64(salt);
        }
        session.Reply(writer.WrittenSpan);
    }

    private static void StateInfo(Session session, long messageId, long[] asked)
    {
        using var writer = new Tl.TlWriter();
        writer.WriteUInt32(ServiceIds.MsgsStateInfo);
        writer.WriteInt64(messageId);
        writer.WriteBytes(session.StatesOf(asked));
        session.Reply(writer.WrittenSpan);
    }

    private static void DropAnswer(Session session, long messageId, long requestId)
    {
        using var writer = new Tl.TlWriter();
        writer.WriteUInt32(ServiceIds.RpcResult);
        writer.WriteInt64(messageId);
        if (session.Find(requestId) is not { IsRequest: true } request || (request.IsFinished && request.Answer is null))
        {
            writer.WriteUInt32(ServiceIds.RpcAnswerUnknown);
        }
        else if (session.Drop(request) is { } answer)
        {
            writer.WriteUInt32(ServiceIds.RpcAnswerDropped);
            writer.WriteInt64(answer.Id);
            writer.WriteInt32(answer.SeqNo);
            writer.WriteInt32(answer.Body.Length);
        }
        else
        {
            writer.WriteUInt32(ServiceIds.RpcAnswerDroppedRunning);
        }
        session.Reply(writer.WrittenSpan);
    }

    private void DestroySession(Session session, long sessionId)
    {
        var destroyed = sessionId != session.Id && server.Sessions.Remove(session.Key.Id, sessionId);
        using var writer = new Tl.TlWriter();
        writer.WriteUInt32(destroyed ? ServiceIds.DestroySessionOk : ServiceIds.DestroySessionNone);
        writer.WriteInt64(sessionId);
        session.Reply(writer.WrittenSpan);
    }

    private void DestroyAuthKey(Session session)
    {
        using var writer = new Tl.TlWriter();
        writer.WriteUInt32(ServiceIds.DestroyAuthKeyOk);
        session.Reply(writer.WrittenSpan);
        server.Keys.Remove(session.Key);
        server.Sessions.RemoveKey(session.Key.Id);
    }
}
