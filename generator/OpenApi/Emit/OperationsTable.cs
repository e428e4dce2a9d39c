using System.Text;
using TelegramRest.Generator.OpenApi.Model;

namespace TelegramRest.Generator.OpenApi.Emit;

/// <summary>The operations by tag, done and pending, as a table in Markdown.</summary>
internal static class OperationsTable
{
    private const string Begin = "<!-- operations: begin -->\n";
    private const string End = "<!-- operations: end -->";

    public static string Emit(ApiModel model)
    {
        var text = new StringBuilder("| tag | operations | done | pending |\n|---|---:|---:|---:|\n");
        var operations = model.Operations.Select(operation => (operation.Tag, operation.Pending))
            .Concat(model.Streams.Select(stream => (stream.Tag, stream.Pending))).ToList();
        foreach (var tag in model.Tags)
        {
            Row(text, tag, [.. operations.Where(operation => operation.Tag == tag)]);
        }

        Row(text, "all", operations);
        return text.ToString();
    }

    /// <summary>The text with the table between its markers.</summary>
    public static string Replace(string file, string text, string table)
    {
        var (start, end) = Between(file, text);
        return text[..start] + table + text[end..];
    }

    /// <summary>What stands between the markers.</summary>
    public static string Find(string file, string text)
    {
        var (start, end) = Between(file, text);
        return text[start..end];
    }

    private static (int Start, int End) Between(string file, string text)
    {
        var begin = text.IndexOf(Begin, StringComparison.Ordinal);
        var end = text.IndexOf(End, StringComparison.Ordinal);
        return begin >= 0 && end >= begin + Begin.Length
            ? (begin + Begin.Length, end)
            : throw new GeneratorException(file, 1, $"the lines {Begin.TrimEnd()} and {End} have to stand here, in this order");
    }

    private static void Row(StringBuilder text, string name, List<(string Tag, bool Pending)> operations)
    {
        var pending = operations.Count(operation => operation.Pending);
        text.Append($"| {name} | {operations.Count} | {operations.Count - pending} | {pending} |\n");
    }
}
