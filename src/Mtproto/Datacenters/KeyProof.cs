using System.Buffers.Binary;
using System.Net.Sockets;
using TelegramRest.Mtproto.Connection;
using TelegramRest.Mtproto.Handshake;
using TelegramRest.Mtproto.Messages;
using TelegramRest.Wire;

namespace TelegramRest.Mtproto.Datacenters;

/// <summary>
/// Asks a data centre whether it knows a permanent key, by having it bind a temporary one. Only its explicit "no" counts.
/// https://core.telegram.org/method/auth.bindTempAuthKey
/// </summary>
internal static class KeyProof
{
    private const int Lifetime = 300;
    private const int MostPackets = 16;
    private const uint RpcResultId = 0xf35c6d01;
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(30);

    public delegate Task<NewKey> Exchange(TcpTransport transport, int? expiresIn, CancellationToken cancellationToken);

    /// <summary>False only when the data centre said that it does not know the key; trouble on the way counts as known.</summary>
    public static async Task<bool> IsKnownAsync(Datacenter dc, AuthKey permanent, MtprotoClientOptions options, Exchange exchange, CancellationToken cancellationToken)
    {
        if (options.Datacenters.Find(dc.Id, attempt: 0) is not { } endpoint)
            return true;
        using var timeout = new CancellationTokenSource(Timeout, options.TimeProvider);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        try
        {
            using var transport = await TcpTransport.ConnectAsync(endpoint, options.SignedDcId(dc.Id), options, either.Token);
            var temporary = await exchange(transport, Lifetime, either.Token);
            return await AskAsync(transport, permanent, temporary, options, either.Token);
        }
        catch (Exception exception) when (exception is WireException or SocketException or IOException or TransportErrorException or Tl.TlException
            || (exception is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return true;
        }
    }

    private static async Task<bool> AskAsync(TcpTransport transport, AuthKey permanent, NewKey temporary, MtprotoClientOptions options, CancellationToken cancellationToken)
    {
        var clock = new ServerClock(options.TimeProvider) { Offset = temporary.TimeOffset };
        var identity = new SessionIdentity(clock, options.Random);
        var messageId = identity.NextMessageId();
        using var packet = new PacketBuilder(expected: 512);
        packet.Add(messageId, identity.NextSequenceNumber(isContent: true), Bind(permanent, temporary, identity.Id, messageId, clock, options.Random));
        packet.Close(identity, temporary.Salt, options.Random);
        await transport.SendAsync(packet.Encrypt(temporary.Key));

        for (var i = 0; i < MostPackets; i++)
        {
            var received = await transport.ReceiveAsync(cancellationToken);
            if (Answer(temporary.Key, received.Span, messageId) is { } known)
                return known;
        }

        return true;
    }

    private static byte[] Bind(AuthKey permanent, NewKey temporary, long sessionId, long messageId, ServerClock clock, RandomSource random)
    {
        var nonce = random.NextInt64();
        var expiresAt = (int)clock.Now.ToUnixTimeSeconds() + Lifetime;
        var inner = new Tl.Mtproto.BindAuthKeyInner
        {
            Nonce = nonce,
            TempAuthKeyId = temporary.Key.Id,
            PermAuthKeyId = permanent.Id,
            TempSessionId = sessionId,
            ExpiresAt = expiresAt,
        };
        using var writer = new Tl.TlWriter();
        new Tl.Auth.BindTempAuthKey
        {
            PermAuthKeyId = permanent.Id,
            Nonce = nonce,
            ExpiresAt = expiresAt,
            EncryptedMessage = EncryptV1(inner, permanent, messageId, random),
        }.Write(writer);
        return writer.WrittenSpan.ToArray();
    }

    // The one place where MTProto 1.0 lives on: random 16 · msg_id 8 · seqno 4 · length 4 · body, padded to blocks.
    private static byte[] EncryptV1(Tl.Mtproto.BindAuthKeyInner inner, AuthKey key, long messageId, RandomSource random)
    {
        using var body = new Tl.TlWriter();
        inner.Write(body);
        var length = 32 + body.Length;
        var message = new byte[MessageCipher.EnvelopeSize + ((length + 15) & ~15)];
        var plaintext = message.AsSpan(MessageCipher.EnvelopeSize);
        random.Fill(plaintext);
        BinaryPrimitives.WriteInt64LittleEndian(plaintext[16..], messageId);
        BinaryPrimitives.WriteInt32LittleEndian(plaintext[24..], 0);
        BinaryPrimitives.WriteInt32LittleEndian(plaintext[28..], body.Length);
        body.WrittenSpan.CopyTo(plaintext[32..]);

        var messageKey = message.AsSpan(8, MessageKeys.Size);
        Span<byte> aesKey = stackalloc byte[32];
        Span<byte> aesIv = stackalloc byte[32];
        BinaryPrimitives.WriteInt64LittleEndian(message, key.Id);
        MessageKeys.ComputeV1(plaintext[..length], messageKey);
        MessageKeys.V1(key.Bytes, messageKey, fromClient: true, aesKey, aesIv);
        AesIge.Encrypt(plaintext, plaintext, aesKey, aesIv);
        return message;
    }

    private static bool? Answer(AuthKey key, Span<byte> packet, long messageId)
    {
        var body = MessageCipher.Decrypt(key, packet).Body;
        var reader = new Tl.TlReader(body);
        if (reader.PeekUInt32() != PacketBuilder.ContainerId)
            return ResultOf(ref reader, messageId);

        reader.Skip(4);
        for (var count = reader.ReadInt32(); count > 0; count--)
        {
            reader.Skip(12);
            var message = new Tl.TlReader(reader.ReadRaw(reader.ReadInt32()));
            if (ResultOf(ref message, messageId) is { } known)
                return known;
        }

        return null;
    }

    private static bool? ResultOf(ref Tl.TlReader reader, long messageId)
    {
        if (reader.ReadUInt32() != RpcResultId || reader.ReadInt64() != messageId)
            return null;
        return reader.ReadObject() is not Tl.Mtproto.RpcError { ErrorMessage: "ENCRYPTED_MESSAGE_INVALID" };
    }
}
