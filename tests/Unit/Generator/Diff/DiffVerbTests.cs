using TelegramRest.Generator;
using TelegramRest.Generator.OpenApi;
using Xunit;

namespace TelegramRest.Tests.Unit.Generator.Diff;

public sealed class DiffVerbTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory().FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Additive_changes_pass_and_are_listed_after_nothing_worse()
    {
        var (code, text) = Run(Document.Text.Replace("In grams.", "Grams.", StringComparison.Ordinal).Replace("maxItems: 10", "maxItems: 20", StringComparison.Ordinal));

        Assert.Equal(0, code);
        Assert.Equal(
            """
            additive       /components/schemas/SendParcelRequest/properties/copies  maxItems is 20 instead of 10
            documentation  /components/schemas/SendParcelRequest/properties/weight  description changed
            0 breaking, 1 additive, 1 documentation

            """,
            text);
    }

    [Fact]
    public void A_breaking_change_fails() => Assert.Equal(1, Run(Breaking("")).Code);

    [Fact]
    public void A_breaking_change_that_is_stated_for_this_release_passes()
    {
        var (code, text) = Run(Breaking(", x-breaks-since: v1.2.0"), "v1.2.0");

        Assert.Equal(0, code);
        Assert.EndsWith("1 breaking, 0 additive, 1 documentation\nStated: the document breaks with v1.2.0 (info.x-breaks-since).\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void What_was_stated_for_an_older_release_does_not_count_any_more() => Assert.Equal(1, Run(Breaking(", x-breaks-since: v1.2.0"), "v1.3.0").Code);

    [Fact]
    public void A_document_that_cannot_be_read_is_named() =>
        Assert.StartsWith("new.yaml:", Assert.Throws<GeneratorException>(() => Run("[")).Message, StringComparison.Ordinal);

    private static string Breaking(string statement) => Document.Text
        .Replace("version: '1'", "version: '1'" + statement, StringComparison.Ordinal)
        .Replace("maxItems: 10", "maxItems: 5", StringComparison.Ordinal);

    private (int Code, string Text) Run(string changed, string? since = null)
    {
        var before = Path.Combine(folder, "old.yaml");
        var after = Path.Combine(folder, "new.yaml");
        File.WriteAllText(before, Document.Text);
        File.WriteAllText(after, changed);
        using var output = new StringWriter { NewLine = "\n" };
        return (DiffVerb.Run(before, after, since, output), output.ToString());
    }
}
