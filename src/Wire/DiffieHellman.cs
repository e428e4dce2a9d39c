using System.Collections.Concurrent;
using System.Numerics;
using System.Security.Cryptography;
using TelegramRest.Wire.Arithmetic;

namespace TelegramRest.Wire;

/// <summary>
/// Diffie-Hellman over a 2048-bit safe prime, with the checks that both sides owe each other. Numbers are big endian.
/// https://core.telegram.org/mtproto/auth_key#presenting-proof-of-work-server-authentication
/// </summary>
public static class DiffieHellman
{
    /// <summary>Bytes of the prime and of every power.</summary>
    public const int Size = 256;

    // A public value must keep this many bits' distance from both ends of the range.
    private const int MarginBits = 2048 - 64;

    private static readonly byte[] KnownPrimeBytes = Convert.FromHexString(
        "C71CAEB9C6B1C9048E6C522F70F13F73980D40238E3E21C14934D037563D930F48198A0AA7C14058229493D22530F4DBFA336F6E0AC925139543AED44CCE7C37"
        + "20FD51F69458705AC68CD4FE6B6B13ABDC9746512969328454F18FAF8C595F642477FE96BB2A941D5BCD1D4AC8CC49880708FA9B378E3C4F3A9060BEE67CF9A4"
        + "A4A695811051907E162753B56B0F6B410DBA74D8A84B2A14B3144E0EF1284754FD17ED950D5965B4B9DD46582DB1178D169C6BC465B0D6FF9CA3928FEF5B9AE4"
        + "E418FC15E83EBEA0F87FA9FF5EED70050DED2849F47BF959D956850CE929851F0D8115F635B105EE2E4E15D04B2454BF6F4FADF034B10403119CD8E3B92FCC5B");

    // Verified primes by hash: a server uses the same one for years, and the test costs a second.
    private static readonly ConcurrentDictionary<UInt128, bool> Verified = new();
    private const int VerifiedLimit = 64;

    /// <summary>The prime that Telegram's servers use (with generator 3), known to be safe.</summary>
    public static ReadOnlySpan<byte> KnownPrime => KnownPrimeBytes;

    /// <summary>
    /// <c>value^exponent mod modulus</c>, left-padded with zeros to <paramref name="result"/>'s length, in time that does not depend on the exponent's bits.
    /// The modulus is odd.
    /// </summary>
    public static void ModPow(ReadOnlySpan<byte> value, ReadOnlySpan<byte> exponent, ReadOnlySpan<byte> modulus, Span<byte> result)
    {
        if (Libcrypto.IsSupported)
            Libcrypto.ModPow(value, exponent, modulus, result);
        else
            Montgomery.ModPow(value, exponent, modulus, result);
    }

    /// <summary>The generator's power, <c>g^exponent mod prime</c>, 256 bytes.</summary>
    public static void Power(int generator, ReadOnlySpan<byte> exponent, ReadOnlySpan<byte> prime, Span<byte> result) =>
        ModPow([checked((byte)generator)], exponent, prime, result);

    /// <summary>Checks a server's choice: a 2048-bit safe prime, and a generator of its subgroup of prime order.</summary>
    /// <exception cref="WireException">One of the conditions does not hold.</exception>
    public static void CheckParameters(int generator, ReadOnlySpan<byte> prime, RandomSource random)
    {
        if (prime.Length != Size || prime[0] < 0x80)
            throw new WireException("dh_prime is not a 2048-bit number.");
        CheckGenerator(generator, prime);
        if (prime.SequenceEqual(KnownPrime))
            return;

        Span<byte> hash = stackalloc byte[32];
        SHA256.HashData(prime, hash);
        var name = System.Buffers.Binary.BinaryPrimitives.ReadUInt128LittleEndian(hash);
        if (Verified.ContainsKey(name))
            return;
        var number = new BigInteger(prime, isUnsigned: true, isBigEndian: true);
        if (!PrimeTest.IsProbablyPrime(number, random) || !PrimeTest.IsProbablyPrime(number >> 1, random))
            throw new WireException("dh_prime is not a safe prime.");
        if (Verified.Count < VerifiedLimit)
            Verified[name] = true;
    }

    /// <summary>Checks a public value (g_a or g_b) of the other side.</summary>
    /// <exception cref="WireException">It is out of range.</exception>
    public static void CheckPublicValue(ReadOnlySpan<byte> value, ReadOnlySpan<byte> prime)
    {
        if (!IsAcceptable(value, prime))
            throw new WireException("A Diffie-Hellman value is out of range.");
    }

    /// <summary>Whether a public value lies between 2^1984 and p − 2^1984, which also keeps it off 0, 1 and p − 1.</summary>
    public static bool IsAcceptable(ReadOnlySpan<byte> value, ReadOnlySpan<byte> prime)
    {
        if (value.Length > Size)
            return false;
        var number = new BigInteger(value, isUnsigned: true, isBigEndian: true);
        var margin = BigInteger.One << MarginBits;
        return number >= margin && number <= new BigInteger(prime, isUnsigned: true, isBigEndian: true) - margin;
    }

    private static void CheckGenerator(int generator, ReadOnlySpan<byte> prime)
    {
        var number = new BigInteger(prime, isUnsigned: true, isBigEndian: true);
        var good = generator switch
        {
            2 => number % 8 == 7,
            3 => number % 3 == 2,
            4 => true,
            5 => (int)(number % 5) is 1 or 4,
            6 => (int)(number % 24) is 19 or 23,
            7 => (int)(number % 7) is 3 or 5 or 6,
            _ => false,
        };
        if (!good)
            throw new WireException("The generator does not fit dh_prime.");
    }
}
