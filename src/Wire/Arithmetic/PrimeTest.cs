using System.Numerics;

namespace TelegramRest.Wire.Arithmetic;

/// <summary>Miller-Rabin with bases that the sender of the number cannot foresee.</summary>
internal static class PrimeTest
{
    // 4^-32 is the chance that a composite number chosen by an adversary passes.
    private const int Rounds = 32;
    private static readonly int[] SmallPrimes = [3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47, 53, 59, 61, 67, 71, 73, 79, 83, 89, 97];

    public static bool IsProbablyPrime(BigInteger number, RandomSource random)
    {
        if (number < 4)
            return number > 1;
        if (number.IsEven)
            return false;
        foreach (var small in SmallPrimes)
        {
            if (number % small == 0)
                return number == small;
        }

        var minusOne = number - 1;
        var twos = 0;
        var odd = minusOne;
        while (odd.IsEven)
        {
            odd >>= 1;
            twos++;
        }

        for (var round = 0; round < Rounds; round++)
        {
            if (!Passes(number, minusOne, odd, twos, Base(number, random)))
                return false;
        }

        return true;
    }

    private static bool Passes(BigInteger number, BigInteger minusOne, BigInteger odd, int twos, BigInteger witness)
    {
        var power = ModPow(witness, odd, number);
        if (power.IsOne || power == minusOne)
            return true;
        for (var i = 1; i < twos; i++)
        {
            power = power * power % number;
            if (power == minusOne)
                return true;
        }

        return false;
    }

    private static BigInteger Base(BigInteger number, RandomSource random)
    {
        var bytes = new byte[number.GetByteCount(isUnsigned: true)];
        random.Fill(bytes);
        return 2 + (new BigInteger(bytes, isUnsigned: true) % (number - 3));
    }

    private static BigInteger ModPow(BigInteger value, BigInteger exponent, BigInteger modulus)
    {
        var result = new byte[modulus.GetByteCount(isUnsigned: true)];
        DiffieHellman.ModPow(Bytes(value), Bytes(exponent), Bytes(modulus), result);
        return new BigInteger(result, isUnsigned: true, isBigEndian: true);
    }

    private static byte[] Bytes(BigInteger number) => number.ToByteArray(isUnsigned: true, isBigEndian: true);
}
