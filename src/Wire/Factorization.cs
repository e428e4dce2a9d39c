using System.Numerics;

namespace TelegramRest.Wire;

/// <summary>
/// Splits the 63-bit product that a server sends as proof of work: Pollard's rho in Brent's form over Montgomery arithmetic.
/// https://core.telegram.org/mtproto/auth_key#proof-of-work
/// </summary>
public static class Factorization
{
    // Two 32-bit factors need some 2^16 steps; far beyond that the number is not what the protocol promises.
    private const int MaximumSteps = 1 << 20;
    private const int StepsPerGcd = 128;

    /// <summary>Factors <paramref name="pq"/> into two numbers above 1, the smaller first.</summary>
    /// <exception cref="WireException">It is prime, or too small to have factors.</exception>
    public static (ulong P, ulong Q) FactorPq(ulong pq)
    {
        if (pq < 4)
            throw new WireException("pq is too small.");
        if (pq % 2 == 0)
            return Ordered(2, pq / 2);

        var steps = MaximumSteps;
        for (ulong constant = 1; steps > 0; constant++)
        {
            var factor = Rho(pq, constant, ref steps);
            if (factor != 1 && factor != pq)
                return Ordered(factor, pq / factor);
        }

        throw new WireException("pq has no factors.");
    }

    private static ulong Rho(ulong n, ulong constant, ref int steps)
    {
        var negativeInverse = NegativeInverse(n);
        ulong y = 2, x = 2, saved = 2, product = 1, divisor = 1;
        for (var range = 1; divisor == 1 && steps > 0; range *= 2)
        {
            x = y;
            for (var done = 0; done < range && divisor == 1; done += StepsPerGcd)
            {
                saved = y;
                var count = Math.Min(StepsPerGcd, range - done);
                steps -= count;
                for (var i = 0; i < count; i++)
                {
                    y = Step(y, constant, n, negativeInverse);
                    product = Multiply(product, x > y ? x - y : y - x, n, negativeInverse);
                }

                divisor = Gcd(product, n);
            }
        }

        if (divisor != n)
            return divisor;

        // Both factors fell into one batch: walk it again one step at a time.
        do
        {
            saved = Step(saved, constant, n, negativeInverse);
            divisor = Gcd(x > saved ? x - saved : saved - x, n);
            steps--;
        }
        while (divisor == 1 && steps > 0);
        return divisor;
    }

    private static ulong Step(ulong value, ulong constant, ulong n, ulong negativeInverse)
    {
        var square = Multiply(value, value, n, negativeInverse);
        var room = n - square;
        return constant >= room ? constant - room : square + constant;
    }

    // a·b·2^-64 mod n; the factor 2^-64 changes nothing for a greatest common divisor.
    private static ulong Multiply(ulong a, ulong b, ulong n, ulong negativeInverse)
    {
        var high = Math.BigMul(a, b, out var low);
        var reducedHigh = Math.BigMul(low * negativeInverse, n, out _);

        // The two low halves cancel by construction; they carry exactly when they are not zero.
        var sum = (UInt128)high + reducedHigh + (low == 0 ? 0UL : 1UL);
        return (ulong)(sum >= n ? sum - n : sum);
    }

    private static ulong NegativeInverse(ulong n)
    {
        var inverse = n;
        for (var i = 0; i < 5; i++)
            inverse *= 2 - (n * inverse);
        return 0 - inverse;
    }

    private static ulong Gcd(ulong a, ulong b) => (ulong)BigInteger.GreatestCommonDivisor(a, b);

    private static (ulong P, ulong Q) Ordered(ulong a, ulong b) => a < b ? (a, b) : (b, a);
}
