using System.Buffers.Binary;
using System.Numerics;

namespace TelegramRest.Wire.Arithmetic;

/// <summary>
/// Modular exponentiation for machines without libcrypto. Branches and memory addresses do not depend on the exponent's bits:
/// a fixed window of four bits, each table entry read by scanning the whole table.
/// </summary>
internal static class Montgomery
{
    private const int WindowBits = 4;
    private const int WindowSize = 1 << WindowBits;

    /// <summary>Big endian in and out; the modulus is odd, the value has at most as many bytes as the modulus rounded up to eight.</summary>
    public static void ModPow(ReadOnlySpan<byte> value, ReadOnlySpan<byte> exponent, ReadOnlySpan<byte> modulus, Span<byte> result)
    {
        modulus = modulus.TrimStart((byte)0);
        value = value.TrimStart((byte)0);
        if (modulus.IsEmpty || (modulus[^1] & 1) == 0)
            throw new WireException("The modulus must be odd.");
        var size = (modulus.Length + 7) / 8;
        if (value.Length > size * 8)
            throw new WireException("The value is longer than the modulus.");

        var n = Load(modulus, size);
        var inverse = NegativeInverse(n[0]);
        var scratch = new ulong[size + 2];

        var table = new ulong[WindowSize * size];
        var one = PowerOfTwo(n, 64 * size);
        one.CopyTo(Entry(table, 0, size));
        var radixSquared = PowerOfTwo(n, 128 * size);
        Multiply(Load(value, size), radixSquared, n, inverse, Entry(table, 1, size), scratch);
        for (var i = 2; i < WindowSize; i++)
            Multiply(Entry(table, i - 1, size), Entry(table, 1, size), n, inverse, Entry(table, i, size), scratch);

        var power = one;
        var factor = new ulong[size];
        foreach (var octet in exponent)
        {
            for (var shift = 8 - WindowBits; shift >= 0; shift -= WindowBits)
            {
                for (var i = 0; i < WindowBits; i++)
                    Multiply(power, power, n, inverse, power, scratch);
                Select(table, (octet >> shift) & (WindowSize - 1), factor);
                Multiply(power, factor, n, inverse, power, scratch);
            }
        }

        var plainOne = new ulong[size];
        plainOne[0] = 1;
        Multiply(power, plainOne, n, inverse, power, scratch);
        Store(power, result);
    }

    private static Span<ulong> Entry(ulong[] table, int index, int size) => table.AsSpan(index * size, size);

    private static void Select(ulong[] table, int index, ulong[] factor)
    {
        Array.Clear(factor);
        for (var i = 0; i < WindowSize; i++)
        {
            // All ones exactly when i equals index.
            var mask = (ulong)(((long)(i ^ index) - 1) >> 63);
            var entry = Entry(table, i, factor.Length);
            for (var j = 0; j < factor.Length; j++)
                factor[j] |= entry[j] & mask;
        }
    }

    // Coarsely integrated operand scanning; target may be either factor, since the sum is gathered in scratch.
    private static void Multiply(ReadOnlySpan<ulong> a, ReadOnlySpan<ulong> b, ReadOnlySpan<ulong> n, ulong inverse, Span<ulong> target, Span<ulong> scratch)
    {
        var size = n.Length;
        scratch.Clear();
        for (var i = 0; i < size; i++)
        {
            UInt128 carry = 0;
            for (var j = 0; j < size; j++)
            {
                carry += Math.BigMul(a[j], b[i]) + scratch[j];
                scratch[j] = (ulong)carry;
                carry >>= 64;
            }

            carry += scratch[size];
            scratch[size] = (ulong)carry;
            scratch[size + 1] = (ulong)(carry >> 64);

            var m = scratch[0] * inverse;
            carry = (Math.BigMul(m, n[0]) + scratch[0]) >> 64;
            for (var j = 1; j < size; j++)
            {
                carry += Math.BigMul(m, n[j]) + scratch[j];
                scratch[j - 1] = (ulong)carry;
                carry >>= 64;
            }

            carry += scratch[size];
            scratch[size - 1] = (ulong)carry;
            scratch[size] = scratch[size + 1] + (ulong)(carry >> 64);
        }

        SubtractOnce(scratch[..size], scratch[size], n, target);
    }

    // target = high:low − n where that is not negative, else low.
    private static void SubtractOnce(ReadOnlySpan<ulong> low, ulong high, ReadOnlySpan<ulong> n, Span<ulong> target)
    {
        ulong borrow = 0;
        for (var i = 0; i < n.Length; i++)
        {
            var difference = (UInt128)low[i] - n[i] - borrow;
            borrow = (ulong)(difference >> 64) & 1;
        }

        var keep = (ulong)((UInt128)high - borrow >> 64);
        borrow = 0;
        for (var i = 0; i < n.Length; i++)
        {
            var difference = (UInt128)low[i] - (n[i] & ~keep) - borrow;
            borrow = (ulong)(difference >> 64) & 1;
            target[i] = (ulong)difference;
        }
    }

    private static ulong[] PowerOfTwo(ulong[] n, int bits) =>
        Load((BigInteger.One << bits).Remainder(n), n.Length);

    private static BigInteger Remainder(this BigInteger number, ulong[] n)
    {
        var modulus = BigInteger.Zero;
        for (var i = n.Length - 1; i >= 0; i--)
            modulus = (modulus << 64) | n[i];
        return number % modulus;
    }

    private static ulong[] Load(BigInteger number, int size) => Load(number.ToByteArray(isUnsigned: true, isBigEndian: true), size);

    private static ulong[] Load(ReadOnlySpan<byte> bigEndian, int size)
    {
        Span<byte> padded = new byte[size * 8];
        bigEndian.CopyTo(padded[(padded.Length - bigEndian.Length)..]);
        var limbs = new ulong[size];
        for (var i = 0; i < size; i++)
            limbs[i] = BinaryPrimitives.ReadUInt64BigEndian(padded[((size - 1 - i) * 8)..]);
        return limbs;
    }

    private static void Store(ulong[] limbs, Span<byte> bigEndian)
    {
        Span<byte> bytes = new byte[limbs.Length * 8];
        for (var i = 0; i < limbs.Length; i++)
            BinaryPrimitives.WriteUInt64BigEndian(bytes[((limbs.Length - 1 - i) * 8)..], limbs[i]);
        bigEndian.Clear();
        var surplus = bytes.Length - bigEndian.Length;
        if (surplus <= 0)
            bytes.CopyTo(bigEndian[-surplus..]);
        else if (bytes[..surplus].ContainsAnyExcept((byte)0))
            throw new WireException("The result does not fit.");
        else
            bytes[surplus..].CopyTo(bigEndian);
    }

    private static ulong NegativeInverse(ulong n)
    {
        var inverse = n;
        for (var i = 0; i < 5; i++)
            inverse *= 2 - (n * inverse);
        return 0 - inverse;
    }
}
