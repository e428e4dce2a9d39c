using System.Buffers.Binary;
using TelegramRest.Mtproto.Connection;
using TelegramRest.Wire;

namespace TelegramRest.Mtproto.Handshake;

/// <summary>
/// Messages without encryption, which only the key exchange uses: a zero where the key's id stands, message id, length, body.
/// https://core.telegram.org/mtproto/description#unencrypted-message
/// </summary>
internal sealed class PlainChannel(TcpTransport transport, TimeProvider time)
{
    private const int Header = 8 + 8 + 4;

    private long lastMessageId;

    /// <summary>Sends a question of the key exchange and reads its answer.</summary>
    /// <exception cref="WireException">The answer is malformed.</exception>
    public async ValueTask<TAnswer> AskAsync<TAnswer>(Tl.TlObject question, CancellationToken cancellationToken)
        where TAnswer : Tl.TlObject
    {
        await transport.SendAsync(Serialize(question));
        var packet = await transport.ReceiveAsync(cancellationToken);
        return Read<TAnswer>(packet.Span);
    }

    private static TAnswer Read<TAnswer>(ReadOnlySpan<byte> packet)
        where TAnswer : Tl.TlObject
    {
        if (packet.Length < Header || BinaryPrimitives.ReadInt64LittleEndian(packet) != 0)
            throw new WireException("A plain message was expected.");
        var length = BinaryPrimitives.ReadInt32LittleEndian(packet[16..]);
        if (length < 4 || length % 4 != 0 || length > packet.Length - Header)
            throw new WireException("A plain message has a bad length.");
        try
        {
            var reader = new Tl.TlReader(packet.Slice(Header, length));
            return reader.Read<TAnswer>();
        }
        catch (Tl.TlException exception)
        {
            throw new WireException("A plain message could not be read.", exception);
        }
    }

    private byte[] Serialize(Tl.TlObject question)
    {
        using var body = new Tl.TlWriter();
        question.Write(body);
        var packet = new byte[Header + body.Length];
        BinaryPrimitives.WriteInt64LittleEndian(packet.AsSpan(8), NextMessageId());
        BinaryPrimitives.WriteInt32LittleEndian(packet.AsSpan(16), body.Length);
        body.WrittenSpan.CopyTo(packet.AsSpan(Header));
        return packet;
    }

    private long NextMessageId()
    {
        var id = (time.GetUtcNow().ToUnixTimeMilliseconds() << 32) / 1000 & ~3L;
        return lastMessageId = Math.Max(id, lastMessageId + 4);
    }
}
