using TelegramRest.Generator.Tl.Model;
using TelegramRest.Tests.Unit.Tl.Samples;
using TelegramRest.Tl;
using Xunit;

namespace TelegramRest.Tests.Unit.Tl;

/// <summary>Every constructor and function of every layer: what is read is written again to the byte.</summary>
public sealed class RoundTripTests
{
    public static TheoryData<int, Presence> LayersAndPresence()
    {
        var data = new TheoryData<int, Presence>();
        foreach (var layer in new[] { 223, 224, 225, 226, 227, 228 })
        {
            foreach (var presence in Enum.GetValues<Presence>())
                data.Add(layer, presence);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(LayersAndPresence))]
    public void Every_constructor_of_a_layer_is_read_and_written_again(int layer, Presence presence)
    {
        using var writer = new TlWriter { Layer = layer };
        foreach (var definition in FormsAt(SchemaFiles.Schema.Constructors, layer))
        {
            var bytes = SampleEncoder.Encode(SchemaFiles.Schema, layer, seed: (int)definition.Id, presence, definition);
            var reader = new TlReader(bytes);
            var value = reader.ReadObject();
            Assert.Equal(0, reader.Remaining);
            AssertWrites(value, bytes, writer, definition);
        }
    }

    [Theory]
    [MemberData(nameof(LayersAndPresence))]
    public void Every_function_of_a_layer_is_read_and_written_again(int layer, Presence presence)
    {
        using var writer = new TlWriter { Layer = layer };
        foreach (var definition in FormsAt(SchemaFiles.Schema.Functions, layer))
        {
            var bytes = SampleEncoder.Encode(SchemaFiles.Schema, layer, seed: (int)definition.Id, presence, definition);
            var reader = new TlReader(bytes);
            var method = reader.ReadMethod();
            Assert.Equal(0, reader.Remaining);
            AssertWrites(method, bytes, writer, definition);
        }
    }

    [Fact]
    public void What_an_older_layer_wrote_reads_into_the_newest_form()
    {
        using var writer = new TlWriter();
        foreach (var combinator in SchemaFiles.Schema.Constructors.Where(combinator => combinator.OlderForms.Any()))
        {
            var older = combinator.Forms[0];
            var bytes = SampleEncoder.Encode(SchemaFiles.Schema, older.LastLayer, seed: 7, Presence.Some, older.Definition);
            var value = new TlReader(bytes).ReadObject();
            Assert.Equal(combinator.Newest.Id, value.ConstructorId);

            writer.Reset();
            value.Write(writer);
            Assert.Equal(value.GetType(), new TlReader(writer.WrittenSpan).ReadObject().GetType());
        }
    }

    [Fact]
    public void What_a_layer_does_not_have_is_refused_by_name()
    {
        using var writer = new TlWriter();
        var newer = SchemaFiles.Schema.Constructors.Concat(SchemaFiles.Schema.Functions).Where(combinator => combinator.IsAddedByLayer).ToArray();
        Assert.Equal(148, newer.Length);
        foreach (var combinator in newer)
        {
            var bytes = SampleEncoder.Encode(SchemaFiles.Schema, 228, seed: 1, Presence.None, combinator.Newest);
            var reader = new TlReader(bytes);
            var value = combinator.Kind == TlKind.Function ? reader.ReadMethod() : reader.ReadObject();

            writer.Reset();
            writer.Layer = combinator.FirstLayer - 1;
            var refusal = Assert.Throws<TlLayerException>(() => value.Write(writer));
            Assert.Equal($"{combinator.Name} does not exist in layer {combinator.FirstLayer - 1}", refusal.Message);
        }
    }

    private static IEnumerable<TlDefinition> FormsAt(IEnumerable<TlCombinator> combinators, int layer) =>
        combinators.Select(combinator => SampleEncoder.FormAt(combinator, layer)).OfType<TlDefinition>();

    private static void AssertWrites(TlObject value, byte[] expected, TlWriter writer, TlDefinition definition)
    {
        writer.Reset();
        value.Write(writer);
        Assert.True(writer.WrittenSpan.SequenceEqual(expected), $"{definition} at layer {writer.Layer}");
    }
}
