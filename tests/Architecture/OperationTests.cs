using System.Text.RegularExpressions;
using Xunit;

namespace TelegramRest.Tests.Architecture;

/// <summary>One list of operations exists, in the document; handlers and the pending list follow it.</summary>
public sealed partial class OperationTests
{
    [Fact]
    public void Every_operation_has_a_handler_in_its_tags_folder_or_a_line_in_pending()
    {
        var pending = Pending();
        var missing =
            from operation in Operations()
            where !pending.Contains(operation.Id)
            let path = Path.Combine(Repository.Root, "src", "Handlers", operation.Tag, Pascal(operation.Id) + "Handler.cs")
            where !File.Exists(path)
            select Path.GetRelativePath(Repository.Root, path);

        Assert.Empty(missing);
    }

    [Fact]
    public void Every_pending_line_is_an_operation_without_a_handler()
    {
        var operations = Operations().ToDictionary(operation => operation.Id, operation => operation.Tag);
        var wrong =
            from id in Pending()
            where !operations.TryGetValue(id, out var tag)
                || File.Exists(Path.Combine(Repository.Root, "src", "Handlers", tag, Pascal(id) + "Handler.cs"))
            select id;

        Assert.Empty(wrong);
    }

    [Fact]
    public void Every_handler_is_an_operation()
    {
        var known = Operations().Select(operation => $"{operation.Tag}/{Pascal(operation.Id)}Handler").ToHashSet();
        var strangers =
            from path in Repository.Files("src/Handlers", "*Handler.cs")
            let name = Path.GetRelativePath(Path.Combine(Repository.Root, "src", "Handlers"), path)[..^3].Replace('\\', '/')
            where !known.Contains(name)
            select name;

        Assert.Empty(strangers);
    }

    private static IEnumerable<(string Id, string Tag)> Operations()
    {
        var matches = OperationLines().Matches(Repository.Read("spec/openapi.yaml"));
        Assert.NotEmpty(matches);
        string? id = null;
        foreach (Match match in matches)
        {
            if (match.Groups["id"].Success)
            {
                id = match.Groups["id"].Value;
            }
            else
            {
                yield return (id ?? throw new InvalidOperationException("A tag stands before its operation."), match.Groups["tag"].Value);
                id = null;
            }
        }
    }

    private static HashSet<string> Pending() =>
        [.. Repository.Read("spec/pending.txt").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Where(line => !line.StartsWith('#'))];

    private static string Pascal(string operationId) => char.ToUpperInvariant(operationId[0]) + operationId[1..];

    [GeneratedRegex(@"^      (operationId: (?<id>\w+)|tags: \[(?<tag>\w+)\])$", RegexOptions.Multiline)]
    private static partial Regex OperationLines();
}
