using TelegramRest.Wire;

namespace TelegramRest.Tests.Unit.Wire;

public class FactorizationTests
{
    [Theory]
    [InlineData(SampleExchange.Pq, SampleExchange.P, SampleExchange.Q)]
    [InlineData(15UL, 3UL, 5UL)]
    [InlineData(4UL, 2UL, 2UL)]
    [InlineData(49UL, 7UL, 7UL)]
    [InlineData(2147483647UL * 2147483629UL, 2147483629UL, 2147483647UL)]
    [InlineData(4294967291UL * 4294967279UL, 4294967279UL, 4294967291UL)]
    [InlineData(2147483647UL * 2147483647UL, 2147483647UL, 2147483647UL)]
    public void Two_primes_come_apart(ulong pq, ulong p, ulong q) => Assert.Equal((p, q), Factorization.FactorPq(pq));

    [Theory]
    [InlineData(0UL)]
    [InlineData(1UL)]
    [InlineData(3UL)]
    [InlineData(2305843009213693951UL)]
    public void What_has_no_factors_ends_in_an_error(ulong pq) => Assert.Throws<WireException>(() => Factorization.FactorPq(pq));
}
