using TelegramRest.Generator.OpenApi.Read;
using Xunit;

namespace TelegramRest.Tests.Unit.Generator;

/// <summary>One operation of the real document is edited: only what belongs to it is written again.</summary>
public sealed class RegenerationTests
{
    private static readonly string Spec = File.ReadAllText(Path.Combine(Folders.Spec, "openapi.yaml"));

    private static readonly string[] Pending = File.ReadAllLines(Path.Combine(Folders.Spec, "pending.txt"));

    private static readonly Lazy<SortedDictionary<string, string>> Before = new(() => Generate(Spec));

    [Fact]
    public void Another_summary_changes_the_controller_of_its_tag() =>
        Assert.Equal(["Server/MessagesController"], Changed(After("      operationId: sendMessage\n", "      summary: ", "      summary: Also ")));

    [Fact]
    public void Another_parameter_changes_the_request_of_its_operation() =>
        Assert.Equal(
            ["BotApi/SendMessageRequest"],
            Changed(After("    SendMessageRequest:\n", "      properties:\n", "      properties:\n        colour: { type: string, description: A colour. }\n")));

    [Fact]
    public void Another_field_changes_the_class_of_its_type() =>
        Assert.Equal(
            ["BotApi/BotName"],
            Changed(After("    BotName:\n", "      properties:\n", "      properties:\n        colour: { type: string, description: A colour. }\n")));

    [Fact]
    public void An_operation_that_becomes_pending_leaves_only_what_lists_operations() =>
        Assert.Equal(
            ["BotApi/OperationTable", "Handlers/Registration", "Server/MessagesController", "Server/Operations", "Server/SendMessageValidator"],
            Changed(Generate(Spec, [.. Pending, "sendMessage"])));

    /// <summary>The document with the first occurrence of a piece after a place replaced.</summary>
    private static SortedDictionary<string, string> After(string place, string piece, string replacement)
    {
        var start = Spec.IndexOf(piece, Spec.IndexOf(place, StringComparison.Ordinal), StringComparison.Ordinal);
        return Generate(Spec[..start] + replacement + Spec[(start + piece.Length)..]);
    }

    private static SortedDictionary<string, string> Generate(string spec) => Generate(spec, Pending);

    private static SortedDictionary<string, string> Generate(string spec, IReadOnlyList<string> pending) =>
        GeneratedText.All(ModelReader.Read(SpecFile.Parse("openapi.yaml", spec), "pending.txt", pending));

    private static IEnumerable<string> Changed(SortedDictionary<string, string> after) =>
        Before.Value.Keys.Union(after.Keys).Where(name => Before.Value.GetValueOrDefault(name) != after.GetValueOrDefault(name)).Order(StringComparer.Ordinal);
}
