using System.Buffers.Binary;
using System.Security.Cryptography;

namespace TelegramRest.Wire;

/// <summary>Where keys, nonces and padding come from. Tests put a repeatable source in its place.</summary>
public abstract class RandomSource
{
    /// <summary>The operating system's generator.</summary>
    public static RandomSource Secure { get; } = new SecureRandomSource();

    /// <summary>Fills <paramref name="bytes"/> wholly.</summary>
    public abstract void Fill(Span<byte> bytes);

    /// <summary>Any 64-bit value.</summary>
    public long NextInt64()
    {
        Span<byte> bytes = stackalloc byte[8];
        Fill(bytes);
        return BinaryPrimitives.ReadInt64LittleEndian(bytes);
    }

    /// <summary>A value in 0 … <paramref name="exclusiveMaximum"/>−1; the bias of the modulus is irrelevant for what it is used for (padding, jitter).</summary>
    public virtual int NextInt32(int exclusiveMaximum) => (int)((ulong)NextInt64() % (ulong)exclusiveMaximum);

    private sealed class SecureRandomSource : RandomSource
    {
        public override void Fill(Span<byte> bytes) => RandomNumberGenerator.Fill(bytes);
    }
}
