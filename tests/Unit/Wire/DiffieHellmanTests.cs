using System.Numerics;
using TelegramRest.Wire;
using TelegramRest.Wire.Arithmetic;

namespace TelegramRest.Tests.Unit.Wire;

public class DiffieHellmanTests
{
    [Fact]
    public void Sample_exchange_gives_the_sample_key()
    {
        var gb = new byte[256];
        var key = new byte[256];
        DiffieHellman.Power(2, SampleExchange.B, DiffieHellman.KnownPrime, gb);
        DiffieHellman.ModPow(SampleExchange.GA, SampleExchange.B, DiffieHellman.KnownPrime, key);
        Assert.Equal(SampleExchange.GB, gb);
        Assert.Equal(SampleExchange.AuthKey, key);
    }

    [Fact]
    public void Own_arithmetic_gives_the_sample_key()
    {
        var key = new byte[256];
        Montgomery.ModPow(SampleExchange.GA, SampleExchange.B, DiffieHellman.KnownPrime, key);
        Assert.Equal(SampleExchange.AuthKey, key);
    }

    [Theory]
    [InlineData(1, 1, 1)]
    [InlineData(8, 3, 8)]
    [InlineData(17, 40, 17)]
    [InlineData(32, 1, 32)]
    [InlineData(256, 256, 256)]
    [InlineData(255, 64, 256)]
    public void Library_and_own_arithmetic_agree(int valueLength, int exponentLength, int modulusLength)
    {
        var random = new FixedRandom(valueLength + exponentLength);
        var value = new byte[valueLength];
        var exponent = new byte[exponentLength];
        var modulus = new byte[modulusLength];
        random.Fill(value);
        random.Fill(exponent);
        random.Fill(modulus);
        modulus[^1] |= 1;
        var own = new byte[modulusLength];
        Montgomery.ModPow(value, exponent, modulus, own);

        var expected = BigInteger.ModPow(Number(value), Number(exponent), Number(modulus));
        Assert.Equal(expected, Number(own));
        if (Libcrypto.IsSupported)
        {
            var library = new byte[modulusLength];
            Libcrypto.ModPow(value, exponent, modulus, library);
            Assert.Equal(own, library);
        }
    }

    [Fact]
    public void Results_keep_their_leading_zeros()
    {
        var result = new byte[256];
        DiffieHellman.ModPow([1], [5], DiffieHellman.KnownPrime, result);
        Assert.Equal(1, result[^1]);
        Assert.Equal(255, result.Count(octet => octet == 0));
    }

    [Fact]
    public void Known_prime_with_its_generator_is_accepted() => DiffieHellman.CheckParameters(3, DiffieHellman.KnownPrime, new FixedRandom(1));

    [Fact]
    public void Known_prime_is_a_safe_prime_indeed()
    {
        var prime = Number(DiffieHellman.KnownPrime.ToArray());
        Assert.True(PrimeTest.IsProbablyPrime(prime, new FixedRandom(1)));
        Assert.True(PrimeTest.IsProbablyPrime(prime >> 1, new FixedRandom(2)));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(8)]
    public void Foreign_generators_are_refused(int generator) =>
        Assert.Throws<WireException>(() => DiffieHellman.CheckParameters(generator, DiffieHellman.KnownPrime, new FixedRandom(1)));

    [Fact]
    public void Composite_is_refused_as_prime()
    {
        var number = DiffieHellman.KnownPrime.ToArray();
        number[100] ^= 1;
        Assert.Throws<WireException>(() => DiffieHellman.CheckParameters(4, number, new FixedRandom(1)));
    }

    [Fact]
    public void Short_prime_is_refused() =>
        Assert.Throws<WireException>(() => DiffieHellman.CheckParameters(3, DiffieHellman.KnownPrime[1..], new FixedRandom(1)));

    [Fact]
    public void Public_values_near_the_ends_are_refused()
    {
        var prime = Number(DiffieHellman.KnownPrime.ToArray());
        foreach (var bad in new[] { BigInteger.Zero, BigInteger.One, prime - 1, prime, (BigInteger.One << 1984) - 1, prime - (BigInteger.One << 1984) + 1 })
            Assert.Throws<WireException>(() => DiffieHellman.CheckPublicValue(bad.ToByteArray(isUnsigned: true, isBigEndian: true), DiffieHellman.KnownPrime));
        DiffieHellman.CheckPublicValue(SampleExchange.GA, DiffieHellman.KnownPrime);
    }

    private static BigInteger Number(byte[] bytes) => new(bytes, isUnsigned: true, isBigEndian: true);
}
