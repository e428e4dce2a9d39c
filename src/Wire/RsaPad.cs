using System.Security.Cryptography;

namespace TelegramRest.Wire;

/// <summary>
/// The padding in which a client's first secret travels to a data centre, current and legacy, both directions.
/// https://core.telegram.org/mtproto/auth_key#41-rsa-paddata-server-public-key-mentioned-above-is-implemented-as-follows
/// </summary>
public static class RsaPad
{
    /// <summary>Most bytes of data that fit.</summary>
    public const int MaximumData = 144;

    /// <summary>Bytes that <see cref="TryUnpad"/> gives: the data and random bytes behind it.</summary>
    public const int PaddedData = 192;

    /// <summary>Bytes that <see cref="TryUnpadLegacy"/> gives at most.</summary>
    public const int LegacyData = 255 - 20;

    /// <summary>Tells how many bytes the TL object at the start of <paramref name="data"/> has, or −1.</summary>
    public delegate int ObjectLength(ReadOnlySpan<byte> data);

    /// <summary>Pads and encrypts at most 144 bytes into 256.</summary>
    public static void Encrypt(ReadOnlySpan<byte> data, RsaPublicKey key, RandomSource random, Span<byte> encrypted)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(data.Length, MaximumData);
        Span<byte> padded = stackalloc byte[PaddedData];
        Span<byte> block = stackalloc byte[RsaPublicKey.Size];
        data.CopyTo(padded);
        random.Fill(padded[data.Length..]);
        do
        {
            Pad(padded, random, block);
        }
        while (block.SequenceCompareTo(key.Modulus) >= 0);

        key.Apply(block, encrypted);
    }

    /// <summary>Pads and encrypts the way of old clients: SHA-1, data, random bytes.</summary>
    public static void EncryptLegacy(ReadOnlySpan<byte> data, RsaPublicKey key, RandomSource random, Span<byte> encrypted)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(data.Length, LegacyData);
        Span<byte> block = stackalloc byte[255];
        SHA1.HashData(data, block);
        data.CopyTo(block[20..]);
        random.Fill(block[(20 + data.Length)..]);
        key.Apply(block, encrypted);
    }

    /// <summary>Undoes the padding of a block that came out of <see cref="RsaPrivateKey.Apply"/>; <paramref name="data"/> gets 192 bytes.</summary>
    public static bool TryUnpad(ReadOnlySpan<byte> block, Span<byte> data)
    {
        Span<byte> temporaryKey = stackalloc byte[32];
        Span<byte> withHash = stackalloc byte[PaddedData + 32];
        Span<byte> expected = stackalloc byte[32];
        var encrypted = block[32..RsaPublicKey.Size];
        SHA256.HashData(encrypted, temporaryKey);
        Xor(temporaryKey, block);
        AesIge.Decrypt(encrypted, withHash, temporaryKey, stackalloc byte[32]);

        var padded = withHash[..PaddedData];
        padded.Reverse();
        Hash(temporaryKey, padded, expected);
        if (!CryptographicOperations.FixedTimeEquals(expected, withHash[PaddedData..]))
            return false;
        padded.CopyTo(data);
        return true;
    }

    /// <summary>
    /// Undoes the legacy padding; <paramref name="data"/> gets 235 bytes. <paramref name="measure"/> finds where the object ends, which only its reader knows.
    /// </summary>
    public static bool TryUnpadLegacy(ReadOnlySpan<byte> block, ObjectLength measure, Span<byte> data)
    {
        if (block[0] != 0)
            return false;
        var padded = block[21..RsaPublicKey.Size];
        var length = measure(padded);
        if (length < 0 || length > padded.Length)
            return false;
        Span<byte> expected = stackalloc byte[20];
        SHA1.HashData(padded[..length], expected);
        if (!CryptographicOperations.FixedTimeEquals(expected, block[1..21]))
            return false;
        padded.CopyTo(data);
        return true;
    }

    private static void Pad(ReadOnlySpan<byte> padded, RandomSource random, Span<byte> block)
    {
        Span<byte> temporaryKey = stackalloc byte[32];
        Span<byte> withHash = stackalloc byte[PaddedData + 32];
        random.Fill(temporaryKey);
        padded.CopyTo(withHash);
        withHash[..PaddedData].Reverse();
        Hash(temporaryKey, padded, withHash[PaddedData..]);

        var encrypted = block[32..];
        AesIge.Encrypt(withHash, encrypted, temporaryKey, stackalloc byte[32]);
        SHA256.HashData(encrypted, block);
        Xor(block[..32], temporaryKey);
    }

    private static void Hash(ReadOnlySpan<byte> temporaryKey, ReadOnlySpan<byte> padded, Span<byte> hash)
    {
        Span<byte> text = stackalloc byte[32 + PaddedData];
        temporaryKey.CopyTo(text);
        padded.CopyTo(text[32..]);
        SHA256.HashData(text, hash);
    }

    private static void Xor(Span<byte> target, ReadOnlySpan<byte> other)
    {
        for (var i = 0; i < target.Length; i++)
            target[i] ^= other[i];
    }
}
