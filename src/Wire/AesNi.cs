using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace TelegramRest.Wire;

/// <summary>AES-256 on the processor's own instructions: fifteen round keys, one block at a time, nothing on the heap.</summary>
internal static class AesNi
{
    public const int RoundKeys = 15;

    public static bool IsSupported => Aes.IsSupported;

    /// <summary>Expands a 32-byte key into <see cref="RoundKeys"/> keys for <see cref="Encrypt"/>.</summary>
    public static void ExpandForEncryption(ReadOnlySpan<byte> key, Span<Vector128<byte>> roundKeys)
    {
        var even = Vector128.Create(key[..16]);
        var odd = Vector128.Create(key[16..32]);
        roundKeys[0] = even;
        roundKeys[1] = odd;

        // KeygenAssist takes its round constant as an immediate, so the loop is written out.
        roundKeys[2] = even = NextEven(even, Aes.KeygenAssist(odd, 0x01));
        roundKeys[3] = odd = NextOdd(odd, even);
        roundKeys[4] = even = NextEven(even, Aes.KeygenAssist(odd, 0x02));
        roundKeys[5] = odd = NextOdd(odd, even);
        roundKeys[6] = even = NextEven(even, Aes.KeygenAssist(odd, 0x04));
        roundKeys[7] = odd = NextOdd(odd, even);
        roundKeys[8] = even = NextEven(even, Aes.KeygenAssist(odd, 0x08));
        roundKeys[9] = odd = NextOdd(odd, even);
        roundKeys[10] = even = NextEven(even, Aes.KeygenAssist(odd, 0x10));
        roundKeys[11] = odd = NextOdd(odd, even);
        roundKeys[12] = even = NextEven(even, Aes.KeygenAssist(odd, 0x20));
        roundKeys[13] = odd = NextOdd(odd, even);
        roundKeys[14] = NextEven(even, Aes.KeygenAssist(odd, 0x40));
    }

    /// <summary>Expands a 32-byte key into <see cref="RoundKeys"/> keys for <see cref="Decrypt"/>.</summary>
    public static void ExpandForDecryption(ReadOnlySpan<byte> key, Span<Vector128<byte>> roundKeys)
    {
        ExpandForEncryption(key, roundKeys);
        roundKeys[..RoundKeys].Reverse();
        for (var i = 1; i < RoundKeys - 1; i++)
            roundKeys[i] = Aes.InverseMixColumns(roundKeys[i]);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<byte> Encrypt(Vector128<byte> block, ref readonly Vector128<byte> keys)
    {
        ref var k = ref Unsafe.AsRef(in keys);
        block ^= k;
        block = Aes.Encrypt(block, Unsafe.Add(ref k, 1));
        block = Aes.Encrypt(block, Unsafe.Add(ref k, 2));
        block = Aes.Encrypt(block, Unsafe.Add(ref k, 3));
        block = Aes.Encrypt(block, Unsafe.Add(ref k, 4));
        block = Aes.Encrypt(block, Unsafe.Add(ref k, 5));
        block = Aes.Encrypt(block, Unsafe.Add(ref k, 6));
        block = Aes.Encrypt(block, Unsafe.Add(ref k, 7));
        block = Aes.Encrypt(block, Unsafe.Add(ref k, 8));
        block = Aes.Encrypt(block, Unsafe.Add(ref k, 9));
        block = Aes.Encrypt(block, Unsafe.Add(ref k, 10));
        block = Aes.Encrypt(block, Unsafe.Add(ref k, 11));
        block = Aes.Encrypt(block, Unsafe.Add(ref k, 12));
        block = Aes.Encrypt(block, Unsafe.Add(ref k, 13));
        return Aes.EncryptLast(block, Unsafe.Add(ref k, 14));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<byte> Decrypt(Vector128<byte> block, ref readonly Vector128<byte> keys)
    {
        ref var k = ref Unsafe.AsRef(in keys);
        block ^= k;
        block = Aes.Decrypt(block, Unsafe.Add(ref k, 1));
        block = Aes.Decrypt(block, Unsafe.Add(ref k, 2));
        block = Aes.Decrypt(block, Unsafe.Add(ref k, 3));
        block = Aes.Decrypt(block, Unsafe.Add(ref k, 4));
        block = Aes.Decrypt(block, Unsafe.Add(ref k, 5));
        block = Aes.Decrypt(block, Unsafe.Add(ref k, 6));
        block = Aes.Decrypt(block, Unsafe.Add(ref k, 7));
        block = Aes.Decrypt(block, Unsafe.Add(ref k, 8));
        block = Aes.Decrypt(block, Unsafe.Add(ref k, 9));
        block = Aes.Decrypt(block, Unsafe.Add(ref k, 10));
        block = Aes.Decrypt(block, Unsafe.Add(ref k, 11));
        block = Aes.Decrypt(block, Unsafe.Add(ref k, 12));
        block = Aes.Decrypt(block, Unsafe.Add(ref k, 13));
        return Aes.DecryptLast(block, Unsafe.Add(ref k, 14));
    }

    private static Vector128<byte> NextEven(Vector128<byte> even, Vector128<byte> assist) =>
        Spread(even) ^ Sse2.Shuffle(assist.AsUInt32(), 0xFF).AsByte();

    private static Vector128<byte> NextOdd(Vector128<byte> odd, Vector128<byte> even) =>
        Spread(odd) ^ Sse2.Shuffle(Aes.KeygenAssist(even, 0).AsUInt32(), 0xAA).AsByte();

    // Each word becomes the sum of itself and all words before it.
    private static Vector128<byte> Spread(Vector128<byte> words)
    {
        words ^= Sse2.ShiftLeftLogical128BitLane(words, 4);
        return words ^ Sse2.ShiftLeftLogical128BitLane(words, 8);
    }
}
