using System.Buffers.Binary;
using TelegramRest.Generator.Tl.Model;
using TelegramRest.Tests.Unit.Tl.Samples;
using TelegramRest.Tl;
using Xunit;

namespace TelegramRest.Tests.Unit.Tl;

/// <summary>Whatever bytes come in: a value or a TlException, and never more memory than the bytes account for.</summary>
public sealed class MalformedInputTests
{
    /// <summary>An empty vector element of four bytes may become an object of its own; a message of 24 bytes one of 500.</summary>
    private const int BytesPerByte = 200;

    [Fact]
    public void Every_constructor_cut_at_any_byte_is_a_typed_error()
    {
        foreach (var combinator in SchemaFiles.Schema.Constructors.Concat(SchemaFiles.Schema.Functions))
        {
            var bytes = SampleEncoder.Encode(SchemaFiles.Schema, 228, seed: 11, Presence.Some, combinator.Newest, textLength: 6, maxDepth: 1);
            for (var length = 0; length < bytes.Length; length++)
            {
                var problem = ProblemOf(combinator.Kind, bytes.AsSpan(0, length));
                Assert.True(problem is not null, $"{combinator.Newest} cut to {length} of {bytes.Length}");
            }
        }
    }

    [Fact]
    public void Damaged_values_are_a_value_or_a_typed_error_and_no_flood_of_memory()
    {
        var random = new Random(4711);
        foreach (var combinator in SchemaFiles.Schema.Constructors)
        {
            var bytes = SampleEncoder.Encode(SchemaFiles.Schema, 228, seed: 5, Presence.All, combinator.Newest);
            for (var round = 0; round < 30; round++)
            {
                var damaged = (byte[])bytes.Clone();
                for (var hits = random.Next(1, 4); hits > 0; hits--)
                    BinaryPrimitives.WriteInt32LittleEndian(damaged.AsSpan(4 * random.Next(damaged.Length / 4)), Hostile(random));
                AssertHarmless(combinator.Kind, damaged);
            }
        }
    }

    [Fact]
    public void Random_bytes_after_any_id_are_a_value_or_a_typed_error()
    {
        var random = new Random(815);
        var bytes = new byte[512];
        foreach (var combinator in SchemaFiles.Schema.Constructors.Concat(SchemaFiles.Schema.Functions))
        {
            foreach (var definition in combinator.Readable)
            {
                random.NextBytes(bytes);
                BinaryPrimitives.WriteUInt32LittleEndian(bytes, definition.Id);
                AssertHarmless(combinator.Kind, bytes);
            }
        }
    }

    [Theory]
    [InlineData(int.MaxValue)]
    [InlineData(int.MinValue)]
    [InlineData(-1)]
    [InlineData(1_000_000)]
    [InlineData(3)]
    public void A_count_that_the_bytes_cannot_hold_is_refused_before_anything_is_allocated(int count)
    {
        var bytes = new byte[16];
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, 0x1cb5c415);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(4), count);

        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Throws<TlException>(() => new TlReader(bytes).ReadInt64Vector());
        Assert.Throws<TlException>(() => new TlReader(bytes).ReadVector<global::TelegramRest.Tl.UserBase>());
        Assert.Throws<TlException>(() => new TlReader(bytes).ReadStringVector());
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 100_000);
    }

    [Fact]
    public void Values_nested_too_deep_are_refused()
    {
        using var writer = new TlWriter();
        for (var i = 0; i < 100_000; i++)
            writer.WriteUInt32(new global::TelegramRest.Tl.TextBold { Text = new global::TelegramRest.Tl.TextEmpty() }.ConstructorId);

        var problem = Assert.Throws<TlException>(() => new TlReader(writer.WrittenSpan).ReadObject());
        Assert.Equal("values nested deeper than 128 at byte 512", problem.Message);
    }

    [Fact]
    public void An_unknown_id_is_named()
    {
        var constructor = Assert.Throws<TlUnknownException>(() => new TlReader([0xef, 0xbe, 0xad, 0xde]).ReadObject());
        Assert.Equal("unknown constructor deadbeef at byte 0", constructor.Message);
        var function = Assert.Throws<TlUnknownException>(() => new TlReader([0xef, 0xbe, 0xad, 0xde]).ReadMethod());
        Assert.Equal("unknown function deadbeef at byte 0", function.Message);
        Assert.Equal((0xdeadbeefu, true), (function.Id, function.IsMethod));
    }

    [Fact]
    public void A_value_of_another_type_is_named()
    {
        using var writer = new TlWriter();
        new global::TelegramRest.Tl.PeerUser { UserId = 1 }.Write(writer);
        var problem = Assert.Throws<TlException>(() => new TlReader(writer.WrittenSpan).Read<global::TelegramRest.Tl.UserBase>());
        Assert.Equal("expected UserBase, found PeerUser at byte 0", problem.Message);
    }

    private static int Hostile(Random random) => random.Next(5) switch
    {
        0 => -1,
        1 => int.MaxValue,
        2 => random.Next(1 << 24),
        3 => 0x1cb5c415,
        _ => random.Next(),
    };

    private static void AssertHarmless(TlKind kind, byte[] bytes)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        _ = ProblemOf(kind, bytes);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 20_000 + (BytesPerByte * bytes.Length));
    }

    /// <summary>The typed error of reading; null when the bytes read. Any other exception fails the test.</summary>
    private static TlException? ProblemOf(TlKind kind, ReadOnlySpan<byte> bytes)
    {
        try
        {
            var reader = new TlReader(bytes);
            _ = kind == TlKind.Function ? reader.ReadMethod() : reader.ReadObject();
            return null;
        }
        catch (TlException problem)
        {
            return problem;
        }
    }
}
