using TelegramRest.Generator.OpenApi.Diff;
using TelegramRest.Generator.OpenApi.Read;

namespace TelegramRest.Generator.OpenApi;

/// <summary>
/// <c>diff OLD NEW [--since TAG]</c>: prints what changed between two versions of the document, the worst first, and answers 1 where
/// something breaks callers. With a tag, breaking is forgiven when <c>info.x-breaks-since</c> of the new document names that tag.
/// </summary>
internal static class DiffVerb
{
    /// <returns>The exit code: 0 for no, documented or additive changes, 1 for breaking ones.</returns>
    public static int Run(string before, string after, string? since, TextWriter output)
    {
        var document = SpecFile.Read(after);
        var changes = DocumentDiff.Compare(SpecFile.Read(before), document);
        Print(changes, output);
        if (!changes.Any(change => change.Severity == Severity.Breaking))
        {
            return 0;
        }

        if (since is null || document["info"].FindText("x-breaks-since") != since)
        {
            return 1;
        }

        output.WriteLine($"Stated: the document breaks with {since} (info.x-breaks-since).");
        return 0;
    }

    private static void Print(IReadOnlyList<Change> changes, TextWriter output)
    {
        var place = changes.Select(change => change.Pointer.Length).DefaultIfEmpty().Max();
        foreach (var (severity, pointer, what) in changes)
        {
            output.WriteLine($"{severity.ToString().ToLowerInvariant(),-13}  {(pointer.Length == 0 ? "/" : pointer).PadRight(place)}  {what}");
        }

        output.WriteLine(string.Join(", ", Enum.GetValues<Severity>().Select(severity => $"{changes.Count(change => change.Severity == severity)} {severity.ToString().ToLowerInvariant()}")));
    }
}
