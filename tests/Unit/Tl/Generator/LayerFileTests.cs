using TelegramRest.Generator;
using TelegramRest.Generator.Output;
using TelegramRest.Generator.Tl;
using TelegramRest.Tests.Unit.Tl.Samples;
using Xunit;

namespace TelegramRest.Tests.Unit.Tl.Generator;

/// <summary>What the generator makes of schema files, good and bad; problems name file and line.</summary>
public sealed class LayerFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("tl-layers-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void The_same_schema_gives_the_same_bytes_twice()
    {
        var first = Emit();
        var second = Emit();
        Assert.Equal(first, second);
        Assert.True(first.Count > 80);

        static IReadOnlyDictionary<string, string> Emit()
        {
            var output = new OutputFolder("unused", ".g.cs");
            TlVerb.Emit(TlVerb.ReadSchema(SchemaFiles.BaseFolder, SchemaFiles.LayersFolder), output);
            return output.Files;
        }
    }

    [Fact]
    public void An_unchanged_file_is_not_written_again_and_a_stale_one_is_deleted()
    {
        var output = new OutputFolder(_folder, ".g.cs");
        output.Add("A", "text");
        File.WriteAllText(Path.Combine(_folder, "B.g.cs"), "stale");
        File.WriteAllText(Path.Combine(_folder, "C.cs"), "not ours");
        output.Save();

        var written = new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        File.SetLastWriteTimeUtc(Path.Combine(_folder, "A.g.cs"), written);
        output.Save();
        Assert.Equal(written, File.GetLastWriteTimeUtc(Path.Combine(_folder, "A.g.cs")));
        Assert.Equal(["A.g.cs", "C.cs"], Directory.EnumerateFiles(_folder).Select(Path.GetFileName).Order());
    }

    [Fact]
    public void A_layer_adds_and_replaces()
    {
        Write(224, "// comment", "dialogPeerCommunity#2f65c8e4 community_id:long = DialogPeer;", "", "---functions---", "bots.checkUsername#87f2219b username:string = Bool;");
        var schema = TlVerb.ReadSchema(SchemaFiles.BaseFolder, _folder);
        Assert.Equal(224, schema.NewestLayer);
        Assert.Equal(224, schema.Constructor("dialogPeerCommunity").FirstLayer);
        Assert.Contains(schema.Functions, function => function.Name == "bots.checkUsername");
    }

    [Fact]
    public void A_changed_name_keeps_its_older_form()
    {
        Write(224, "dialogPeerFolder#514519e2 folder_id:int = DialogPeer;");
        Write(225, "botCommand#9852d6d2 flags:# ephemeral:flags.0?true command:string description:string = BotCommand;");
        Assert.Equal("{layer-224.tl}:1: dialogPeerFolder is the same as before", Problem());

        File.Delete(Path.Combine(_folder, "layer-224.tl"));
        var command = TlVerb.ReadSchema(SchemaFiles.BaseFolder, _folder).Constructor("botCommand");
        Assert.Equal([(223, 224), (225, int.MaxValue)], command.Forms.Select(form => (form.FirstLayer, form.LastLayer)));
        Assert.Equal([0x9852d6d2u, 0xc27ac8c7u], command.Readable.Select(definition => definition.Id));
    }

    [Theory]
    [InlineData("dialogPeerCommunity#2f65c8e5 community_id:long = DialogPeer;", "dialogPeerCommunity#2f65c8e5 should have the id 2f65c8e4")]
    [InlineData("dialogPeerCommunity#2f65c8e4 community_id:long = DialogPeer", "expected name#id field:type … = Type;")]
    [InlineData("dialogPeerCommunity community_id:long = DialogPeer;", "expected name#id field:type … = Type;")]
    [InlineData("x#1 a = Y;", "a is no field")]
    [InlineData("x#1 a:flags.99?int = Y;", "a:flags.99?int has no such bit")]
    [InlineData("x#1 a:Vector<Vector<int>> = Y;", "Vector<Vector<int>> is not supported")]
    [InlineData("x#803eb16 a:Nowhere = Y;", "x names the unknown type Nowhere")]
    [InlineData("x#213214a9 a:flags.0?int = Y;", "x.a depends on flags, which does not stand before it")]
    public void A_bad_line_stops_with_file_and_line(string line, string problem)
    {
        Write(224, "// first", line);
        Assert.Equal("{layer-224.tl}:2: " + problem, Problem());
    }

    [Fact]
    public void A_name_twice_in_one_file_stops()
    {
        const string line = "dialogPeerCommunity#2f65c8e4 community_id:long = DialogPeer;";
        Write(224, line, line);
        Assert.Equal("{layer-224.tl}:2: dialogPeerCommunity is defined twice", Problem());
    }

    [Fact]
    public void A_layer_that_the_base_already_has_stops()
    {
        Write(223, "dialogPeerCommunity#2f65c8e4 community_id:long = DialogPeer;");
        Assert.Equal("{layer-223.tl}:1: layer 223 is not newer than the base schema's 223", Problem());
    }

    [Fact]
    public void A_file_without_a_number_stops()
    {
        File.WriteAllText(Path.Combine(_folder, "layer-next.tl"), "");
        Assert.Equal("{layer-next.tl}:1: next is no layer number", Problem());
    }

    private void Write(int layer, params string[] lines) => File.WriteAllLines(Path.Combine(_folder, $"layer-{layer}.tl"), lines);

    /// <summary>The message, with the folder left out and the file's name in braces.</summary>
    private string Problem()
    {
        var message = Assert.Throws<GeneratorException>(() => TlVerb.ReadSchema(SchemaFiles.BaseFolder, _folder)).Message;
        return '{' + message[(_folder.Length + 1)..].Replace(".tl:", ".tl}:", StringComparison.Ordinal);
    }
}
