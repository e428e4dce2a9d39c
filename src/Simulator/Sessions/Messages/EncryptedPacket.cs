using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;
using TelegramRest.Wire;

namespace TelegramRest.Simulator.Sessions.Messages;

/// <summary>The envelope of an encrypted message: key id, message key, and under AES-IGE salt, session, message id, sequence number, length, body, padding (https://core.telegram.org/mtproto/description).</summary>
internal static class EncryptedPacket
{
    public const int EnvelopeSize = 24;
    public const int HeaderSize = 32;
    private const int LeastPadding = 12;

    /// <summary>Decrypts a packet that is at least <see cref="EnvelopeSize"/> + <see cref="HeaderSize"/> long into <paramref name="plain"/>; false when it was not made with this key.</summary>
    /// <exception cref="WireException">The key is right and the content is not.</exception>
    public static bool TryOpen(AuthKey key, ReadOnlySpan<byte> packet, Memory<byte> plain, out ClientMessage message, out uint quickAckToken)
    {
        message = default;
        var messageKey = packet.Slice(8, MessageKeys.Size);
        var encrypted = packet[EnvelopeSize..];
        encrypted = encrypted[..(encrypted.Length & ~15)];
        plain = plain[..encrypted.Length];

        Span<byte> aesKey = stackalloc byte[32];
        Span<byte> aesIv = stackalloc byte[32];
        Span<byte> large = stackalloc byte[32];
        MessageKeys.V2(key.Secret, messageKey, fromClient: true, aesKey, aesIv);
        AesIge.Decrypt(encrypted, plain.Span, aesKey, aesIv);
        MessageKeys.ComputeLargeV2(key.Secret, plain.Span, fromClient: true, large);
        quickAckToken = BinaryPrimitives.ReadUInt32LittleEndian(large) | 0x8000_0000;
        if (!CryptographicOperations.FixedTimeEquals(large.Slice(8, MessageKeys.Size), messageKey))
            return false;

        var header = plain.Span;
        var length = BinaryPrimitives.ReadInt32LittleEndian(header[28..]);
        if (length < 4 || length % 4 != 0 || length > plain.Length - HeaderSize)
            throw new WireException("An encrypted message has a wrong length.");
        message = new ClientMessage(
            BinaryPrimitives.ReadInt64LittleEndian(header),
            BinaryPrimitives.ReadInt64LittleEndian(header[8..]),
            BinaryPrimitives.ReadInt64LittleEndian(header[16..]),
            BinaryPrimitives.ReadInt32LittleEndian(header[24..]),
            plain.Slice(HeaderSize, length));
        return true;
    }

    /// <summary>A pooled buffer for a message's plaintext, whose body starts at <see cref="HeaderSize"/>.</summary>
    public static byte[] RentPlain(int bodyLength) => ArrayPool<byte>.Shared.Rent(PlainLength(bodyLength));

    /// <summary>Completes and encrypts a plaintext that has its body in place, and hands it to <paramref name="send"/>; returns both buffers to the pool.</summary>
    public static void Seal(AuthKey key, long salt, long sessionId, long id, int seqNo, byte[] plain, int bodyLength, ClientPacketSink send)
    {
        var plainLength = PlainLength(bodyLength);
        var header = plain.AsSpan(0, plainLength);
        BinaryPrimitives.WriteInt64LittleEndian(header, salt);
        BinaryPrimitives.WriteInt64LittleEndian(header[8..], sessionId);
        BinaryPrimitives.WriteInt64LittleEndian(header[16..], id);
        BinaryPrimitives.WriteInt32LittleEndian(header[24..], seqNo);
        BinaryPrimitives.WriteInt32LittleEndian(header[28..], bodyLength);
        RandomNumberGenerator.Fill(header[(HeaderSize + bodyLength)..]);

        var packet = ArrayPool<byte>.Shared.Rent(EnvelopeSize + plainLength);
        var envelope = packet.AsSpan(0, EnvelopeSize + plainLength);
        Span<byte> aesKey = stackalloc byte[32];
        Span<byte> aesIv = stackalloc byte[32];
        BinaryPrimitives.WriteInt64LittleEndian(envelope, key.Id);
        var messageKey = envelope.Slice(8, MessageKeys.Size);
        MessageKeys.ComputeV2(key.Secret, header, fromClient: false, messageKey);
        MessageKeys.V2(key.Secret, messageKey, fromClient: false, aesKey, aesIv);
        AesIge.Encrypt(header, envelope[EnvelopeSize..], aesKey, aesIv);
        send(envelope);
        ArrayPool<byte>.Shared.Return(packet);
        ArrayPool<byte>.Shared.Return(plain);
    }

    private static int PlainLength(int bodyLength) => (HeaderSize + bodyLength + LeastPadding + 15) & ~15;
}
