using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Security.Cryptography;

namespace TelegramRest.Wire;

/// <summary>
/// AES-256 in counter mode over a stream: the counter goes on from call to call, so each instance serves one direction of one connection.
/// https://core.telegram.org/mtproto/mtproto-transports#transport-obfuscation
/// </summary>
public sealed class AesCtr
{
    private const int Block = 16;
    private const int BlocksAtOnce = 8;

    private readonly byte[]? key;
    private RoundKeys roundKeys;
    private UInt128 counter;
    private Vector128<byte> keystream;
    private int keystreamUsed = Block;

    /// <summary>Starts a stream with a 32-byte key and a 16-byte initial counter (big endian).</summary>
    public AesCtr(ReadOnlySpan<byte> key, ReadOnlySpan<byte> iv)
        : this(key, iv, AesNi.IsSupported)
    {
    }

    internal AesCtr(ReadOnlySpan<byte> key, ReadOnlySpan<byte> iv, bool hardware)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(key.Length, 32);
        ArgumentOutOfRangeException.ThrowIfNotEqual(iv.Length, Block);
        counter = BinaryPrimitives.ReadUInt128BigEndian(iv);
        if (hardware)
            AesNi.ExpandForEncryption(key, roundKeys);
        else
            this.key = key.ToArray();
    }

    /// <summary>Encrypts or decrypts in place; the two are the same.</summary>
    public void Transform(Span<byte> data)
    {
        data = data[UseUpKeystream(data)..];
        Span<byte> counters = stackalloc byte[Block * BlocksAtOnce];
        while (data.Length > 0)
        {
            var blocks = Math.Min(BlocksAtOnce, (data.Length + Block - 1) / Block);
            for (var i = 0; i < blocks; i++)
                BinaryPrimitives.WriteUInt128BigEndian(counters[(i * Block)..], counter++);
            EncryptBlocks(counters[..(blocks * Block)]);

            var whole = Math.Min(data.Length / Block, blocks);
            for (var i = 0; i < whole; i++)
            {
                var slice = data.Slice(i * Block, Block);
                (Vector128.Create(slice) ^ Vector128.Create(counters.Slice(i * Block, Block))).CopyTo(slice);
            }

            data = data[(whole * Block)..];
            if (whole < blocks)
            {
                keystream = Vector128.Create(counters.Slice(whole * Block, Block));
                keystreamUsed = 0;
                data = data[UseUpKeystream(data)..];
            }
        }
    }

    private int UseUpKeystream(Span<byte> data)
    {
        var count = Math.Min(data.Length, Block - keystreamUsed);
        for (var i = 0; i < count; i++)
            data[i] ^= keystream[keystreamUsed + i];
        keystreamUsed += count;
        return count;
    }

    private void EncryptBlocks(Span<byte> blocks)
    {
        if (key is not null)
        {
            using var aes = Aes.Create();
            aes.SetKey(key);
            aes.EncryptEcb(blocks, blocks, PaddingMode.None);
            return;
        }

        for (var at = 0; at < blocks.Length; at += Block)
        {
            var slice = blocks.Slice(at, Block);
            AesNi.Encrypt(Vector128.Create(slice), in roundKeys[0]).CopyTo(slice);
        }
    }

    [InlineArray(AesNi.RoundKeys)]
    private struct RoundKeys
    {
        private Vector128<byte> first;
    }
}
