using System.Buffers.Binary;
using System.Security.Cryptography;

namespace TelegramRest.Wire;

/// <summary>
/// The sums of the key exchange that both sides make from the nonces (16 bytes, 16 bytes and 32 bytes).
/// https://core.telegram.org/mtproto/auth_key
/// </summary>
public static class KeyExchange
{
    /// <summary>AES key and iv (32 bytes each) of the encrypted Diffie-Hellman halves.</summary>
    public static void TemporaryAes(ReadOnlySpan<byte> newNonce, ReadOnlySpan<byte> serverNonce, Span<byte> aesKey, Span<byte> aesIv)
    {
        Span<byte> newServer = stackalloc byte[20];
        Span<byte> serverNew = stackalloc byte[20];
        Span<byte> newNew = stackalloc byte[20];
        Hash(newNonce, serverNonce, newServer);
        Hash(serverNonce, newNonce, serverNew);
        Hash(newNonce, newNonce, newNew);

        newServer.CopyTo(aesKey);
        serverNew[..12].CopyTo(aesKey[20..]);
        serverNew[12..].CopyTo(aesIv);
        newNew.CopyTo(aesIv[8..]);
        newNonce[..4].CopyTo(aesIv[28..]);
    }

    /// <summary>The 16 bytes that confirm (1), ask to retry (2) or refuse (3) a key.</summary>
    public static void NewNonceHash(ReadOnlySpan<byte> newNonce, byte number, long auxHash, Span<byte> hash)
    {
        Span<byte> text = stackalloc byte[32 + 1 + 8];
        Span<byte> sha = stackalloc byte[20];
        newNonce[..32].CopyTo(text);
        text[32] = number;
        BinaryPrimitives.WriteInt64LittleEndian(text[33..], auxHash);
        SHA1.HashData(text, sha);
        sha[4..].CopyTo(hash);
    }

    /// <summary>The first server salt of a fresh key.</summary>
    public static long FirstSalt(ReadOnlySpan<byte> newNonce, ReadOnlySpan<byte> serverNonce) =>
        BinaryPrimitives.ReadInt64LittleEndian(newNonce) ^ BinaryPrimitives.ReadInt64LittleEndian(serverNonce);

    private static void Hash(ReadOnlySpan<byte> first, ReadOnlySpan<byte> second, Span<byte> hash)
    {
        Span<byte> text = stackalloc byte[64];
        first.CopyTo(text);
        second.CopyTo(text[first.Length..]);
        SHA1.HashData(text[..(first.Length + second.Length)], hash);
    }
}
