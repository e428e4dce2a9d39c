using System.Security.Cryptography;

namespace TelegramRest.Wire;

/// <summary>
/// Keys of one message, derived from the authorization key (256 bytes) and the message key (16 bytes).
/// <c>fromClient</c> tells who sent the message: the two directions use different parts of the authorization key.
/// https://core.telegram.org/mtproto/description#defining-aes-key-and-initialization-vector
/// </summary>
public static class MessageKeys
{
    /// <summary>Bytes of a message key.</summary>
    public const int Size = 16;

    [ThreadStatic]
    private static IncrementalHash? sha256;

    /// <summary>MTProto 2.0: the message key of a plaintext, padding included.</summary>
    public static void ComputeV2(ReadOnlySpan<byte> authKey, ReadOnlySpan<byte> plaintextWithPadding, bool fromClient, Span<byte> messageKey)
    {
        Span<byte> large = stackalloc byte[32];
        ComputeLargeV2(authKey, plaintextWithPadding, fromClient, large);
        large.Slice(8, Size).CopyTo(messageKey);
    }

    /// <summary>MTProto 2.0: all 32 bytes of the hash whose middle is the message key; its first four bytes make a quick-ack token.</summary>
    public static void ComputeLargeV2(ReadOnlySpan<byte> authKey, ReadOnlySpan<byte> plaintextWithPadding, bool fromClient, Span<byte> large)
    {
        var hash = sha256 ??= IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(authKey.Slice(88 + Offset(fromClient), 32));
        hash.AppendData(plaintextWithPadding);
        hash.GetHashAndReset(large);
    }

    /// <summary>MTProto 2.0: AES key (32 bytes) and iv (32 bytes) of a message.</summary>
    public static void V2(ReadOnlySpan<byte> authKey, ReadOnlySpan<byte> messageKey, bool fromClient, Span<byte> aesKey, Span<byte> aesIv)
    {
        var x = Offset(fromClient);
        Span<byte> text = stackalloc byte[Size + 36];
        Span<byte> a = stackalloc byte[32];
        Span<byte> b = stackalloc byte[32];

        messageKey[..Size].CopyTo(text);
        authKey.Slice(x, 36).CopyTo(text[Size..]);
        SHA256.HashData(text, a);

        authKey.Slice(40 + x, 36).CopyTo(text);
        messageKey[..Size].CopyTo(text[36..]);
        SHA256.HashData(text, b);

        Join(aesKey, a[..8], b[8..24], a[24..32]);
        Join(aesIv, b[..8], a[8..24], b[24..32]);
    }

    /// <summary>MTProto 1.0 (only the binding of temporary keys still uses it): the message key of a plaintext without padding.</summary>
    public static void ComputeV1(ReadOnlySpan<byte> plaintext, Span<byte> messageKey)
    {
        Span<byte> hash = stackalloc byte[20];
        SHA1.HashData(plaintext, hash);
        hash.Slice(4, Size).CopyTo(messageKey);
    }

    /// <summary>MTProto 1.0: AES key (32 bytes) and iv (32 bytes) of a message.</summary>
    public static void V1(ReadOnlySpan<byte> authKey, ReadOnlySpan<byte> messageKey, bool fromClient, Span<byte> aesKey, Span<byte> aesIv)
    {
        var x = Offset(fromClient);
        messageKey = messageKey[..Size];
        Span<byte> text = stackalloc byte[Size + 32];
        Span<byte> a = stackalloc byte[20];
        Span<byte> b = stackalloc byte[20];
        Span<byte> c = stackalloc byte[20];
        Span<byte> d = stackalloc byte[20];

        Join(text, messageKey, authKey.Slice(x, 32), []);
        SHA1.HashData(text, a);
        Join(text, authKey.Slice(32 + x, 16), messageKey, authKey.Slice(48 + x, 16));
        SHA1.HashData(text, b);
        Join(text, authKey.Slice(64 + x, 32), messageKey, []);
        SHA1.HashData(text, c);
        Join(text, messageKey, authKey.Slice(96 + x, 32), []);
        SHA1.HashData(text, d);

        Join(aesKey, a[..8], b[8..20], c[4..16]);
        Join(aesIv, a[8..20], b[..8], c[16..20]);
        d[..8].CopyTo(aesIv[24..]);
    }

    private static int Offset(bool fromClient) => fromClient ? 0 : 8;

    private static void Join(Span<byte> target, ReadOnlySpan<byte> first, ReadOnlySpan<byte> second, ReadOnlySpan<byte> third)
    {
        first.CopyTo(target);
        second.CopyTo(target[first.Length..]);
        third.CopyTo(target[(first.Length + second.Length)..]);
    }
}
