using TelegramRest.Generator.OpenApi.Read;

namespace TelegramRest.Generator.OpenApi.Diff;

/// <summary>Finds out which way each named schema of a document travels.</summary>
internal static class References
{
    private const string Schemas = "#/components/schemas/";
    private const string Responses = "#/components/responses/";

    public static Dictionary<string, Direction> Directions(SpecNode document)
    {
        var found = new Dictionary<string, Direction>();
        foreach (var operation in document["paths"].Members.Select(OperationOf))
        {
            if (operation.Find("requestBody") is { } request)
            {
                Visit(document, request, Direction.Request, found);
            }

            Visit(document, operation["responses"], Direction.Response, found);
        }

        return found;
    }

    /// <summary>A path's one operation: a stream is fetched by GET, all others stand under POST.</summary>
    public static SpecNode OperationOf(SpecNode path) => path.Find("get") ?? path["post"];

    /// <summary>The schema's own name when the node refers to one.</summary>
    public static string? NameOf(SpecNode node) =>
        node.FindText("$ref") is { } reference ? reference[(reference.LastIndexOf('/') + 1)..] : null;

    private static void Visit(SpecNode document, SpecNode node, Direction direction, Dictionary<string, Direction> found)
    {
        if (node.IsList)
        {
            foreach (var item in node.Items)
            {
                Visit(document, item, direction, found);
            }
        }
        else if (node.IsMap)
        {
            foreach (var member in node.Members)
            {
                if (member.Name == "$ref")
                {
                    Follow(document, member.Text, direction, found);
                }
                else if (member.Name is not ("example" or "examples"))
                {
                    Visit(document, member, direction, found);
                }
            }
        }
    }

    private static void Follow(SpecNode document, string reference, Direction direction, Dictionary<string, Direction> found)
    {
        if (reference.StartsWith(Responses, StringComparison.Ordinal))
        {
            Visit(document, document["components"]["responses"][reference[Responses.Length..]], direction, found);
        }
        else if (reference.StartsWith(Schemas, StringComparison.Ordinal))
        {
            var name = reference[Schemas.Length..];
            var before = found.GetValueOrDefault(name);
            if (!before.HasFlag(direction))
            {
                found[name] = before | direction;
                Visit(document, document["components"]["schemas"][name], direction, found);
            }
        }
    }
}
