using System.Buffers.Binary;
using System.Security.Cryptography;
using TelegramRest.Wire;

namespace TelegramRest.Mtproto.Messages;

/// <summary>
/// The envelope of MTProto 2.0, in place: <c>auth_key_id 8 · msg_key 16 · (salt 8 · session_id 8 · msg_id 8 · seqno 4 · length 4 · body · padding 12…1024)</c>,
/// what stands in parentheses encrypted.
/// https://core.telegram.org/mtproto/description#encrypted-message-encrypted-data
/// </summary>
internal static class MessageCipher
{
    public const int EnvelopeSize = 8 + 16;
    public const int HeaderSize = 8 + 8 + 8 + 4 + 4;

    /// <summary>What encryption adds to a body at most when the padding is no longer than it has to be.</summary>
    public const int MostOverhead = HeaderSize + LeastPadding + Block;

    private const int LeastPadding = 12;
    private const int MostPadding = 1024;
    private const int Block = 16;

    /// <summary>How many random bytes have to follow a body: at least twelve, up to a whole number of blocks.</summary>
    public static int PaddingFor(int bodyLength) => LeastPadding + (-(HeaderSize + bodyLength + LeastPadding) & (Block - 1));

    /// <summary>Fills the envelope in front of header, body and padding, and encrypts them.</summary>
    public static void Encrypt(AuthKey key, Span<byte> packet)
    {
        var plaintext = packet[EnvelopeSize..];
        var messageKey = packet[8..EnvelopeSize];
        Span<byte> aesKey = stackalloc byte[32];
        Span<byte> aesIv = stackalloc byte[32];
        BinaryPrimitives.WriteInt64LittleEndian(packet, key.Id);
        MessageKeys.ComputeV2(key.Bytes, plaintext, fromClient: true, messageKey);
        MessageKeys.V2(key.Bytes, messageKey, fromClient: true, aesKey, aesIv);
        AesIge.Encrypt(plaintext, plaintext, aesKey, aesIv);
    }

    /// <summary>Decrypts a packet from the server; header and body are left in place behind the envelope.</summary>
    /// <exception cref="WireException">A check of the protocol failed. Nothing in the packet may be believed.</exception>
    public static ReceivedMessage Decrypt(AuthKey key, Span<byte> packet)
    {
        var length = packet.Length - EnvelopeSize;
        if (length < HeaderSize + Block || length % Block != 0)
            throw new WireException("An encrypted packet has a bad length.");
        if (BinaryPrimitives.ReadInt64LittleEndian(packet) != key.Id)
            throw new WireException("A packet is encrypted with another key.");

        var plaintext = packet[EnvelopeSize..];
        var messageKey = packet[8..EnvelopeSize];
        Span<byte> aesKey = stackalloc byte[32];
        Span<byte> aesIv = stackalloc byte[32];
        Span<byte> expected = stackalloc byte[MessageKeys.Size];
        MessageKeys.V2(key.Bytes, messageKey, fromClient: false, aesKey, aesIv);
        AesIge.Decrypt(plaintext, plaintext, aesKey, aesIv);
        MessageKeys.ComputeV2(key.Bytes, plaintext, fromClient: false, expected);
        if (!CryptographicOperations.FixedTimeEquals(expected, messageKey))
            throw new WireException("A message key is wrong.");

        var bodyLength = BinaryPrimitives.ReadInt32LittleEndian(plaintext[28..]);
        var padding = plaintext.Length - HeaderSize - (long)bodyLength;
        if (bodyLength < 4 || bodyLength % 4 != 0 || padding is < LeastPadding or > MostPadding)
            throw new WireException("A message's length or padding is wrong.");
        return new ReceivedMessage(
            SessionId: BinaryPrimitives.ReadInt64LittleEndian(plaintext[8..]),
            MessageId: BinaryPrimitives.ReadInt64LittleEndian(plaintext[16..]),
            SequenceNumber: BinaryPrimitives.ReadInt32LittleEndian(plaintext[24..]),
            Body: plaintext.Slice(HeaderSize, bodyLength));
    }
}
