using System.Buffers.Binary;
using System.Numerics;
using System.Security.Cryptography;

namespace TelegramRest.Simulator.Sessions.Handshake;

/// <summary>Two different 31-bit primes and their product: the small work that a client must prove. The product's top bit is clear, because some clients read it signed.</summary>
internal readonly record struct PqPair(uint P, uint Q)
{
    public byte[] Product
    {
        get
        {
            var bytes = new byte[8];
            BinaryPrimitives.WriteUInt64BigEndian(bytes, (ulong)P * Q);
            return bytes;
        }
    }

    public static PqPair Generate()
    {
        var first = RandomPrime();
        uint second;
        do
        {
            second = RandomPrime();
        }
        while (second == first);
        return new PqPair(Math.Min(first, second), Math.Max(first, second));
    }

    /// <summary>Whether the client's two big-endian strings are these primes.</summary>
    public bool Matches(ReadOnlySpan<byte> p, ReadOnlySpan<byte> q) => Value(p) == P && Value(q) == Q;

    private static BigInteger Value(ReadOnlySpan<byte> bytes) => new(bytes, isUnsigned: true, isBigEndian: true);

    private static uint RandomPrime()
    {
        while (true)
        {
            var candidate = (uint)RandomNumberGenerator.GetInt32(1 << 30, int.MaxValue) | 1;
            if (IsPrime(candidate))
                return candidate;
        }
    }

    // Miller-Rabin with the bases 2, 3, 5 and 7 is exact below 3,215,031,751.
    private static bool IsPrime(uint number)
    {
        var twos = BitOperations.TrailingZeroCount(number - 1);
        ReadOnlySpan<uint> bases = [2, 3, 5, 7];
        foreach (var witness in bases)
        {
            var x = Power(witness, (number - 1) >> twos, number);
            var composite = x != 1 && x != number - 1;
            for (var i = 1; composite && i < twos; i++)
            {
                x = x * x % number;
                composite = x != number - 1;
            }
            if (composite)
                return false;
        }
        return true;
    }

    private static ulong Power(ulong value, uint exponent, uint modulus)
    {
        var result = 1UL;
        for (; exponent > 0; exponent >>= 1)
        {
            if ((exponent & 1) != 0)
                result = result * value % modulus;
            value = value * value % modulus;
        }
        return result;
    }
}
