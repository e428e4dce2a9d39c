using TelegramRest.Wire;

namespace TelegramRest.Tests.Unit.Mtproto.Scripted;

/// <summary>A seeded sequence of bytes, and no jitter: whatever is drawn from a range comes out as its lowest value.</summary>
internal sealed class TestRandom(int seed = 1) : RandomSource
{
    private readonly Random random = new(seed);
    private readonly Lock gate = new();

    public override void Fill(Span<byte> bytes)
    {
        lock (gate)
            random.NextBytes(bytes);
    }

    public override int NextInt32(int exclusiveMaximum) => 0;
}
