using System.Globalization;
using System.Text.Json.Nodes;

namespace TelegramRest.Tests.Contract.Surface;

/// <summary>What the public surface has and our document has not, or has otherwise: one line each, the place first.</summary>
internal static class Comparison
{
    private static readonly (string Kind, string Lowest, string Highest)[] Bounds =
        [("range", "minimum", "maximum"), ("length", "minLength", "maxLength"), ("items", "minItems", "maxItems")];

    public static IEnumerable<(string Place, string What)> Run() => Methods().Concat(Types());

    private static IEnumerable<(string Place, string What)> Methods()
    {
        foreach (var (method, expected) in PublicSurface.Methods)
        {
            if (Described.Operation(method) is not { } operation)
            {
                yield return (method, "is missing");
                continue;
            }

            var returns = Described.Several(((string)expected!["returns"]!).Split('|'));
            if (Described.ResultOf(operation) is var result && result != returns)
            {
                yield return (method, $"returns {result}, not {returns}");
            }

            foreach (var difference in Members(method, expected["parameters"]!.AsObject(), Described.Parameters(method)))
            {
                yield return difference;
            }
        }
    }

    private static IEnumerable<(string Place, string What)> Types()
    {
        foreach (var (type, expected) in PublicSurface.Types)
        {
            if (Described.Schema(type) is not { } schema)
            {
                yield return (type, "is missing");
            }
            else if (expected!["cases"] is JsonArray cases)
            {
                var wanted = Described.Several(cases.Select(item => (string)item!));
                var found = Described.Several((schema["oneOf"] as JsonArray ?? []).Select(item => Described.TypeOf(item!.AsObject())));
                if (wanted != found)
                {
                    yield return (type, $"is one of {found}, not {wanted}");
                }
            }
            else
            {
                foreach (var difference in Members(type, expected["fields"]!.AsObject(), schema))
                {
                    yield return difference;
                }
            }
        }
    }

    private static IEnumerable<(string Place, string What)> Members(string owner, JsonObject expected, JsonObject? schema)
    {
        var required = (schema?["required"] as JsonArray ?? []).Select(name => (string)name!).ToHashSet();
        foreach (var (name, member) in expected)
        {
            var place = $"{owner}.{name}";
            if (schema?["properties"]?[name] is not JsonObject found)
            {
                yield return (place, "is missing");
                continue;
            }

            foreach (var what in Member(member!.AsObject(), found, required.Contains(name)))
            {
                yield return (place, what);
            }
        }
    }

    private static IEnumerable<string> Member(JsonObject expected, JsonObject found, bool isRequired)
    {
        var wanted = Described.Several(((string)expected["type"]!).Split('|'));
        var type = Described.TypeOf(found);

        // A parameter that takes a file takes a file_id or a URL in its place, always.
        var isFile = type == "InputFile" && (wanted == "InputFile|String" || ((bool?)expected["file"] ?? false));
        if (type != wanted && !isFile)
        {
            yield return $"is {type}, not {wanted}";
        }

        if (isRequired != ((bool?)expected["required"] ?? false))
        {
            yield return isRequired ? "is required" : "is optional";
        }

        if (expected["values"] is JsonArray values)
        {
            var all = Described.Several(values.Select(value => (string)value!));
            if (Described.ValuesOf(found) is var closed && closed != all)
            {
                yield return $"takes {closed}, not {all}";
            }
        }

        foreach (var (kind, lowest, highest) in Bounds)
        {
            if (expected[kind] is JsonArray bound && (Number(found, lowest) > (decimal)bound[0]! || Number(found, highest) < (decimal)bound[1]!))
            {
                yield return $"has a narrower {kind} than {bound[0]} to {bound[1]}";
            }
        }
    }

    private static decimal? Number(JsonObject schema, string name) =>
        schema[name] is { } value ? decimal.Parse(value.ToString(), CultureInfo.InvariantCulture) : null;
}
