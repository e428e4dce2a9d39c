using System.Buffers.Binary;
using System.Security.Cryptography;

namespace TelegramRest.Wire.Framing;

/// <summary>
/// The stream cipher that hides the framing from the network: a 64-byte header gives both directions their keys, and tells the framing and the data centre.
/// https://core.telegram.org/mtproto/mtproto-transports#transport-obfuscation
/// </summary>
public sealed class Obfuscation
{
    /// <summary>Bytes of the header that a client sends first.</summary>
    public const int HeaderSize = 64;

    private const int TagOffset = 56;
    private const int DataCentreOffset = 60;

    private readonly AesCtr outgoing;
    private readonly AesCtr incoming;

    private Obfuscation(AesCtr outgoing, AesCtr incoming, TransportKind kind, short dataCentre)
    {
        this.outgoing = outgoing;
        this.incoming = incoming;
        Kind = kind;
        DataCentre = dataCentre;
    }

    /// <summary>The framing inside.</summary>
    public TransportKind Kind { get; }

    /// <summary>The data centre that the client wants: 10000 more on the test servers, negative for media only.</summary>
    public short DataCentre { get; }

    /// <summary>The client's side: fills the 64 bytes of <paramref name="header"/>, which go out before anything else.</summary>
    /// <param name="secret">16 bytes of a proxy's secret, or empty.</param>
    public static Obfuscation CreateClient(TransportKind kind, short dataCentre, ReadOnlySpan<byte> secret, RandomSource random, Span<byte> header)
    {
        header = header[..HeaderSize];
        do
        {
            random.Fill(header);
        }
        while (LooksLikeAnotherProtocol(header));

        BinaryPrimitives.WriteUInt32LittleEndian(header[TagOffset..], Tag(kind));
        BinaryPrimitives.WriteInt16LittleEndian(header[DataCentreOffset..], dataCentre);
        var (outgoing, incoming) = Ciphers(header, secret);

        Span<byte> encrypted = stackalloc byte[HeaderSize];
        header.CopyTo(encrypted);
        outgoing.Transform(encrypted);
        encrypted[TagOffset..].CopyTo(header[TagOffset..]);
        return new Obfuscation(outgoing, incoming, kind, dataCentre);
    }

    /// <summary>The server's side: reads a client's 64 bytes.</summary>
    /// <exception cref="WireException">The header names no known framing: another secret, or another protocol.</exception>
    public static Obfuscation AcceptServer(ReadOnlySpan<byte> header, ReadOnlySpan<byte> secret)
    {
        header = header[..HeaderSize];
        var (fromClient, toClient) = Ciphers(header, secret);
        Span<byte> decrypted = stackalloc byte[HeaderSize];
        header.CopyTo(decrypted);
        fromClient.Transform(decrypted);
        var kind = BinaryPrimitives.ReadUInt32LittleEndian(decrypted[TagOffset..]) switch
        {
            0xEFEF_EFEF => TransportKind.Abridged,
            0xEEEE_EEEE => TransportKind.Intermediate,
            0xDDDD_DDDD => TransportKind.PaddedIntermediate,
            _ => throw new WireException("The obfuscated header names no known framing."),
        };
        return new Obfuscation(toClient, fromClient, kind, BinaryPrimitives.ReadInt16LittleEndian(decrypted[DataCentreOffset..]));
    }

    /// <summary>Hides bytes that are about to be sent, in place.</summary>
    public void Encrypt(Span<byte> bytes) => outgoing.Transform(bytes);

    /// <summary>Uncovers bytes that arrived, in place.</summary>
    public void Decrypt(Span<byte> bytes) => incoming.Transform(bytes);

    private static (AesCtr FromClient, AesCtr ToClient) Ciphers(ReadOnlySpan<byte> header, ReadOnlySpan<byte> secret)
    {
        Span<byte> reversed = stackalloc byte[HeaderSize];
        header.CopyTo(reversed);
        reversed.Reverse();
        return (Cipher(header, secret), Cipher(reversed, secret));
    }

    private static AesCtr Cipher(ReadOnlySpan<byte> header, ReadOnlySpan<byte> secret)
    {
        Span<byte> text = stackalloc byte[32 + 16];
        Span<byte> key = stackalloc byte[32];
        header[8..40].CopyTo(key);
        if (!secret.IsEmpty)
        {
            key.CopyTo(text);
            secret[..16].CopyTo(text[32..]);
            SHA256.HashData(text, key);
        }

        return new AesCtr(key, header[40..56]);
    }

    private static uint Tag(TransportKind kind) => kind switch
    {
        TransportKind.Abridged => 0xEFEF_EFEF,
        TransportKind.Intermediate => 0xEEEE_EEEE,
        TransportKind.PaddedIntermediate => 0xDDDD_DDDD,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "This framing has no tag."),
    };

    private static bool LooksLikeAnotherProtocol(ReadOnlySpan<byte> header)
    {
        var first = header[..4];
        return header[0] == 0xEF
            || first.SequenceEqual("HEAD"u8)
            || first.SequenceEqual("POST"u8)
            || first.SequenceEqual("GET "u8)
            || first.SequenceEqual("OPTI"u8)
            || first.SequenceEqual<byte>([0xDD, 0xDD, 0xDD, 0xDD])
            || first.SequenceEqual<byte>([0xEE, 0xEE, 0xEE, 0xEE])
            || first.SequenceEqual<byte>([0x16, 0x03, 0x01, 0x02])
            || BinaryPrimitives.ReadInt32LittleEndian(header[4..]) == 0;
    }
}
