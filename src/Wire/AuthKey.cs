using System.Buffers.Binary;
using System.Security.Cryptography;

namespace TelegramRest.Wire;

/// <summary>
/// A 2048-bit authorization key with its two names: the id that stands in front of every message, and the auxiliary hash of the key exchange.
/// https://core.telegram.org/mtproto/description#authorization-key
/// </summary>
public sealed class AuthKey
{
    /// <summary>Bytes of a key.</summary>
    public const int Size = 256;

    private readonly byte[] key;

    /// <summary>Takes a copy of the 256 bytes.</summary>
    public AuthKey(ReadOnlySpan<byte> key)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(key.Length, Size);
        this.key = key.ToArray();
        Span<byte> hash = stackalloc byte[20];
        SHA1.HashData(key, hash);
        AuxHash = BinaryPrimitives.ReadInt64LittleEndian(hash);
        Id = BinaryPrimitives.ReadInt64LittleEndian(hash[12..]);
    }

    /// <summary>The low 64 bits of the key's SHA-1.</summary>
    public long Id { get; }

    /// <summary>The high 64 bits of the key's SHA-1, as read little endian.</summary>
    public long AuxHash { get; }

    /// <summary>The 256 bytes themselves.</summary>
    public ReadOnlySpan<byte> Bytes => key;
}
