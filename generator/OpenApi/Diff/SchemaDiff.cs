using System.Globalization;
using TelegramRest.Generator.OpenApi.Read;

namespace TelegramRest.Generator.OpenApi.Diff;

/// <summary>
/// Compares two versions of a schema that travels in the given directions. To take less than before breaks callers where it is a
/// request, to give more (an unknown value, a missing member) where it is a response.
/// </summary>
internal sealed class SchemaDiff(ChangeList changes, Direction direction)
{
    private static readonly string[] Words = ["description", "title", "example", "examples", "deprecated", "externalDocs", "x-implements", "x-type"];

    private static readonly (string Name, bool IsLowest)[] Bounds =
        [("minimum", true), ("minLength", true), ("minItems", true), ("maximum", false), ("maxLength", false), ("maxItems", false)];

    private bool IsRequest => direction.HasFlag(Direction.Request);

    private bool IsResponse => direction.HasFlag(Direction.Response);

    public void Compare(SpecNode before, SpecNode after)
    {
        var was = TypeOf(before);
        var now = TypeOf(after);
        if (was != now)
        {
            CompareTypes(after, was, now);
        }
        else
        {
            CompareSets(after, "value", before.Texts("enum"), after.Texts("enum"));
            CompareSets(after, "case", CasesOf(before), CasesOf(after));
            CompareDiscriminators(before, after);
            ComparePatterns(before, after);
            CompareBounds(before, after);
            CompareMembers(before, after);
            CompareExclusion(before, after);
            if (before.Find("items") is { } item)
            {
                Compare(item, after["items"]);
            }
        }

        if (IsRequest)
        {
            new BindingDiff(changes).Compare(before, after);
        }

        foreach (var word in Words.Where(word => !AreEqual(before.Find(word), after.Find(word))))
        {
            changes.Documentation(after, $"{word} changed");
        }
    }

    public static bool AreEqual(SpecNode? one, SpecNode? other) => (one, other) switch
    {
        (null, null) => true,
        (null, _) or (_, null) => false,
        _ when one.IsMap && other.IsMap => one.Members.Count() == other.Members.Count() && one.Members.All(member => AreEqual(member, other.Find(member.Name))),
        _ when one.IsList && other.IsList => one.Items.Count() == other.Items.Count() && one.Items.Zip(other.Items).All(pair => AreEqual(pair.First, pair.Second)),
        _ => !one.IsMap && !one.IsList && !other.IsMap && !other.IsList && one.Text == other.Text,
    };

    /// <summary>The type in words: a schema's name, a built-in type, or an array of either.</summary>
    private static string TypeOf(SpecNode node)
    {
        if (node.Find("allOf") is { } parts && parts.Items.Count() == 1)
        {
            return TypeOf(parts.Items.First());
        }

        if (References.NameOf(node) is { } name)
        {
            return name;
        }

        return node.FindText("type") switch
        {
            "array" => $"array of {TypeOf(node["items"])}",
            { } type => node.FindText("format") is { } format ? $"{type} ({format})" : type,
            null => node.Has("oneOf") ? "union" : "anything",
        };
    }

    private void CompareExclusion(SpecNode before, SpecNode after)
    {
        switch (before.Flag("x-exclusive"), after.Flag("x-exclusive"))
        {
            case (false, true):
                Less(after, "at most one of the optional members may be there");
                break;
            case (true, false):
                More(after, "more than one of the optional members may be there");
                break;
        }
    }

    private static List<string> CasesOf(SpecNode node) => node.Find("oneOf")?.Items.Select(TypeOf).ToList() ?? [];

    private void Less(SpecNode at, string what) => changes.Add(IsRequest ? Severity.Breaking : Severity.Additive, at, what);

    private void More(SpecNode at, string what) => changes.Add(IsResponse ? Severity.Breaking : Severity.Additive, at, what);

    private void CompareTypes(SpecNode at, string was, string now)
    {
        var what = $"the type is {now} instead of {was}";
        switch (was, now)
        {
            case ("integer", "integer (int64)") or ("integer" or "integer (int64)", "number"):
                More(at, what);
                break;
            case ("integer (int64)", "integer") or ("number", "integer" or "integer (int64)"):
                Less(at, what);
                break;
            default:
                changes.Breaking(at, what);
                break;
        }
    }

    private void CompareSets(SpecNode at, string kind, IReadOnlyList<string> before, IReadOnlyList<string> after)
    {
        // Without a list of values any value goes.
        if (kind == "value" && (before.Count == 0) != (after.Count == 0))
        {
            if (after.Count > 0)
            {
                Less(at, $"only {string.Join(", ", after)} is a value now");
            }
            else
            {
                More(at, "any value goes now");
            }

            return;
        }

        foreach (var gone in before.Except(after))
        {
            Less(at, $"the {kind} {gone} is gone");
        }

        foreach (var added in after.Except(before))
        {
            More(at, $"the {kind} {added} is new");
        }
    }

    private void CompareDiscriminators(SpecNode before, SpecNode after)
    {
        var was = before.Find("discriminator");
        var now = after.Find("discriminator");
        if (was?.FindText("propertyName") != now?.FindText("propertyName"))
        {
            changes.Breaking(after, $"{now?.FindText("propertyName") ?? "nothing"} tells the cases apart instead of {was?.FindText("propertyName") ?? "nothing"}");
            return;
        }

        foreach (var (old, found) in DocumentDiff.Pairs(was?.Find("mapping"), now?.Find("mapping")))
        {
            if (old is null)
            {
                More(found!, $"the case is also called {found!.Name}");
            }
            else if (found is null)
            {
                Less(after, $"no case is called {old.Name} any more");
            }
            else if (old.Text != found.Text)
            {
                changes.Breaking(found, $"{old.Name} is another case");
            }
        }
    }

    private void ComparePatterns(SpecNode before, SpecNode after)
    {
        switch (before.FindText("pattern"), after.FindText("pattern"))
        {
            case (null, { } pattern):
                Less(after, $"it has to match {pattern}");
                break;
            case ({ } pattern, null):
                More(after, $"it need not match {pattern} any more");
                break;
            case ({ } was, { } now) when was != now:
                changes.Breaking(after, $"it has to match {now} instead of {was}");
                break;
        }
    }

    private void CompareBounds(SpecNode before, SpecNode after)
    {
        foreach (var (name, isLowest) in Bounds)
        {
            var was = Number(before, name);
            var now = Number(after, name);
            if (was == now)
            {
                continue;
            }

            var isTighter = was is null || (now is not null && (isLowest ? now > was : now < was));
            var what = string.Create(CultureInfo.InvariantCulture, $"{name} is {now?.ToString(CultureInfo.InvariantCulture) ?? "open"} instead of {was?.ToString(CultureInfo.InvariantCulture) ?? "open"}");
            if (isTighter)
            {
                Less(after, what);
            }
            else
            {
                More(after, what);
            }
        }
    }

    private static decimal? Number(SpecNode node, string name) =>
        node.FindText(name) is { } text ? decimal.Parse(text, CultureInfo.InvariantCulture) : null;

    private void CompareMembers(SpecNode before, SpecNode after)
    {
        var requiredBefore = before.Texts("required");
        var requiredAfter = after.Texts("required");
        var aliases = after.Find("properties")?.Members.SelectMany(member => member.Texts("x-aliases")).ToHashSet() ?? [];
        foreach (var (was, now) in DocumentDiff.Pairs(before.Find("properties"), after.Find("properties")))
        {
            if (was is null)
            {
                changes.Add(
                    IsRequest && requiredAfter.Contains(now!.Name) ? Severity.Breaking : Severity.Additive,
                    now!,
                    $"{(requiredAfter.Contains(now!.Name) ? "required" : "optional")} {now.Name} is new");
            }
            else if (now is null)
            {
                changes.Add(
                    !IsResponse && aliases.Contains(was.Name) ? Severity.Additive : Severity.Breaking,
                    was,
                    aliases.Contains(was.Name) ? $"{was.Name} is an alias now" : $"{was.Name} is gone");
            }
            else
            {
                CompareRequired(now, requiredBefore.Contains(was.Name), requiredAfter.Contains(was.Name));
                Compare(was, now);
            }
        }
    }

    private void CompareRequired(SpecNode at, bool before, bool after)
    {
        if (!before && after)
        {
            Less(at, $"{at.Name} is required now");
        }
        else if (before && !after)
        {
            More(at, $"{at.Name} is optional now");
        }
    }
}
