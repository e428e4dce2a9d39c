using TelegramRest.Wire;

namespace TelegramRest.Tests.Unit.Wire;

/// <summary>Repeatable "chance": a seeded sequence, or nothing but zeros.</summary>
internal sealed class FixedRandom(int? seed) : RandomSource
{
    private readonly Random? random = seed is { } value ? new Random(value) : null;

    public override void Fill(Span<byte> bytes)
    {
        if (random is null)
            bytes.Clear();
        else
            random.NextBytes(bytes);
    }
}
