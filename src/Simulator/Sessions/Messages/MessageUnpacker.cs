namespace TelegramRest.Simulator.Sessions.Messages;

/// <summary>Opens <c>msg_container</c> and <c>gzip_packed</c> (https://core.telegram.org/mtproto/service_messages#containers).</summary>
internal static class MessageUnpacker
{
    private const int MostMessages = 1020;

    /// <summary>The messages inside, or the message itself. False when a container breaks the rules for containers.</summary>
    /// <exception cref="Tl.TlException">Bytes are missing, or a packed object is broken.</exception>
    public static bool TryUnpack(in ClientMessage message, List<ClientMessage> messages)
    {
        var plain = Inflated(message);
        if (plain.ConstructorId != ServiceIds.Container)
        {
            messages.Add(plain);
            return true;
        }

        var reader = new Tl.TlReader(plain.Body.Span);
        reader.Skip(4);
        var count = reader.ReadInt32();
        if (count is < 0 or > MostMessages)
            return false;
        for (var i = 0; i < count; i++)
        {
            var id = reader.ReadInt64();
            var seqNo = reader.ReadInt32();
            var length = reader.ReadInt32();
            if (length < 4 || length % 4 != 0 || length > reader.Remaining || id >= message.Id)
                return false;
            var inner = Inflated(new ClientMessage(message.Salt, message.SessionId, id, seqNo, plain.Body.Slice(reader.Position, length)));
            if (inner.ConstructorId == ServiceIds.Container)
                return false;
            messages.Add(inner);
            reader.Skip(length);
        }
        return true;
    }

    private static ClientMessage Inflated(in ClientMessage message)
    {
        if (message.ConstructorId != ServiceIds.GzipPacked)
            return message;
        var reader = new Tl.TlReader(message.Body.Span);
        reader.Skip(4);
        return message with { Body = Gzip.Inflate(reader.ReadBytes()) };
    }
}
