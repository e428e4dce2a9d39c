using TelegramRest.Generator.OpenApi.Read;

namespace TelegramRest.Generator.OpenApi.Diff;

/// <summary>
/// Compares two versions of the document as a caller meets them: what asks for more than before, or may answer with more than
/// before, breaks. Named schemas are compared once, for the ways that they travel in either version.
/// </summary>
internal static class DocumentDiff
{
    public static IReadOnlyList<Change> Compare(SpecNode before, SpecNode after)
    {
        var changes = new ChangeList();
        var operations = new OperationDiff(changes);
        if (ServersOf(before) is var old && ServersOf(after) is var now && old != now)
        {
            changes.Breaking(after, $"the servers are {now} instead of {old}");
        }

        foreach (var (was, found) in Pairs(before["paths"], after["paths"]))
        {
            operations.Compare(was, found);
        }

        CompareSchemas(before, after, changes);
        foreach (var name in new[] { "info", "tags", "externalDocs" })
        {
            if (after.Find(name) is { } text && !(before.Find(name) is { } earlier && SchemaDiff.AreEqual(earlier, text)))
            {
                changes.Documentation(text, $"{name} changed");
            }
        }

        return changes.Sorted;
    }

    /// <summary>The servers' addresses, of a document, a path or an operation.</summary>
    public static string ServersOf(SpecNode node) =>
        string.Join(", ", node.Find("servers")?.Items.Select(server => server["url"].Text) ?? ["the document's"]);

    /// <summary>Members of two maps by name, in the order of the first; null where one of them has none.</summary>
    public static IEnumerable<(SpecNode? Before, SpecNode? After)> Pairs(SpecNode? before, SpecNode? after)
    {
        foreach (var member in before?.Members ?? [])
        {
            yield return (member, after?.Find(member.Name));
        }

        foreach (var member in after?.Members.Where(member => before?.Has(member.Name) != true) ?? [])
        {
            yield return (null, member);
        }
    }

    private static void CompareSchemas(SpecNode before, SpecNode after, ChangeList changes)
    {
        var directionsBefore = References.Directions(before);
        var directionsAfter = References.Directions(after);
        foreach (var (was, found) in Pairs(before["components"]["schemas"], after["components"]["schemas"]))
        {
            if (was is not null && found is not null)
            {
                var direction = directionsBefore.GetValueOrDefault(was.Name) | directionsAfter.GetValueOrDefault(was.Name);
                new SchemaDiff(changes, direction).Compare(was, found);
            }
            else if (found is not null)
            {
                changes.Additive(found, $"{found.Name} is new");
            }
            else
            {
                // Whoever referred to it has another type now, or is gone, and is reported.
                changes.Documentation(was!, $"{was!.Name} is gone");
            }
        }
    }
}
