using TelegramRest.Generator.OpenApi.Read;

namespace TelegramRest.Generator.OpenApi.Diff;

/// <summary>Compares one operation: its names, who may call it, how it is called, and what it answers.</summary>
internal sealed class OperationDiff(ChangeList changes)
{
    public void Compare(SpecNode? pathBefore, SpecNode? pathAfter)
    {
        if (pathAfter is null)
        {
            changes.Breaking(pathBefore!, $"the operation {pathBefore!.Name[1..]} is gone");
            return;
        }

        if (pathBefore is null)
        {
            changes.Additive(pathAfter, $"the operation {pathAfter.Name[1..]} is new");
            return;
        }

        var before = References.OperationOf(pathBefore);
        var after = References.OperationOf(pathAfter);
        if (DocumentDiff.ServersOf(pathBefore) != DocumentDiff.ServersOf(pathAfter) || DocumentDiff.ServersOf(before) != DocumentDiff.ServersOf(after))
        {
            changes.Breaking(pathAfter, "it lies below other servers");
        }

        CompareNames(after, "alias", before.Texts("x-aliases"), after.Texts("x-aliases"));
        CompareNames(after, "account", before.Texts("x-accounts"), after.Texts("x-accounts"));
        CompareParameters(before, after);
        CompareRequests(before, after);
        CompareResponses(before, after);
        foreach (var word in new[] { "summary", "description", "tags", "deprecated", "externalDocs" })
        {
            if (!SchemaDiff.AreEqual(before.Find(word), after.Find(word)))
            {
                changes.Documentation(after, $"{word} changed");
            }
        }
    }

    /// <summary>What stands outside of the body: headers, and the query of a stream.</summary>
    private void CompareParameters(SpecNode before, SpecNode after)
    {
        var was = before.Find("parameters")?.Items.ToDictionary(NameOf) ?? [];
        var now = after.Find("parameters")?.Items.ToDictionary(NameOf) ?? [];
        foreach (var (name, parameter) in was.Where(item => !now.ContainsKey(item.Key)))
        {
            changes.Breaking(parameter, $"the parameter {name} is gone");
        }

        foreach (var (name, parameter) in now)
        {
            var isRequired = parameter.Flag("required");
            if (isRequired && !(was.GetValueOrDefault(name)?.Flag("required") ?? false))
            {
                changes.Breaking(parameter, $"the parameter {name} is required now");
            }
            else if (!was.ContainsKey(name))
            {
                changes.Additive(parameter, $"the parameter {name} is new");
            }
        }

        static string NameOf(SpecNode node) => References.NameOf(node) ?? node["name"].Text;
    }

    private void CompareRequests(SpecNode before, SpecNode after)
    {
        var was = before.Find("requestBody");
        var now = after.Find("requestBody");
        if (was is null && now is null)
        {
            return;
        }

        var isRequired = now?.Flag("required") ?? false;
        if (isRequired && !(was?.Flag("required") ?? false))
        {
            changes.Breaking(now!, "parameters are required now");
        }

        if (was is null)
        {
            changes.Additive(now!, "it takes parameters now");
        }
        else if (now is null)
        {
            changes.Breaking(was, "it takes no parameters any more");
        }
        else
        {
            CompareContent(was, now, Direction.Request);
        }
    }

    private void CompareResponses(SpecNode before, SpecNode after)
    {
        foreach (var (was, now) in DocumentDiff.Pairs(before["responses"], after["responses"]))
        {
            if (was is null)
            {
                changes.Additive(now!, $"it may answer {now!.Name}");
            }
            else if (now is null)
            {
                changes.Breaking(was, $"it does not answer {was.Name} any more");
            }
            else if (References.NameOf(was) is var refBefore && References.NameOf(now) is var refAfter && refBefore is not null | refAfter is not null)
            {
                if (refBefore != refAfter)
                {
                    changes.Breaking(now, $"it answers {refAfter ?? "something of its own"} instead of {refBefore ?? "something of its own"}");
                }
            }
            else
            {
                CompareContent(was, now, Direction.Response);
            }
        }
    }

    private void CompareContent(SpecNode before, SpecNode after, Direction direction)
    {
        foreach (var (was, now) in DocumentDiff.Pairs(before.Find("content"), after.Find("content")))
        {
            if (was is null)
            {
                changes.Additive(now!, $"{now!.Name} is new");
            }
            else if (now is null)
            {
                changes.Breaking(was, $"{was.Name} is gone");
            }
            else
            {
                new SchemaDiff(changes, direction).Compare(was["schema"], now["schema"]);
                foreach (var word in new[] { "example", "examples" })
                {
                    if (!SchemaDiff.AreEqual(was.Find(word), now.Find(word)))
                    {
                        changes.Documentation(now, $"{word} changed");
                    }
                }
            }
        }
    }

    private void CompareNames(SpecNode at, string kind, IReadOnlyList<string> before, IReadOnlyList<string> after)
    {
        foreach (var name in before.Except(after))
        {
            changes.Breaking(at, $"the {kind} {name} is gone");
        }

        foreach (var name in after.Except(before))
        {
            changes.Additive(at, $"the {kind} {name} is new");
        }
    }
}
