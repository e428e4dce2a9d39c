using System.Text.Json.Nodes;
using TelegramRest.Tests.Contract.Harness;

namespace TelegramRest.Tests.Contract.Surface;

/// <summary>Our document, spoken about in the words of the public surface.</summary>
internal static class Described
{
    /// <summary>The operation of a method, or null.</summary>
    public static JsonObject? Operation(string method) => PublishedDocument.Json["paths"]![$"/{method}"]?["post"]?.AsObject();

    public static JsonObject? Schema(string name) => PublishedDocument.Schema(name);

    /// <summary>The schema of a method's parameters; null when it has none.</summary>
    public static JsonObject? Parameters(string method) => Schema($"{char.ToUpperInvariant(method[0])}{method[1..]}Request");

    public static string ResultOf(JsonObject operation) =>
        TypeOf(operation["responses"]!["200"]!["content"]!["application/json"]!["schema"]!["properties"]!["result"]!.AsObject());

    /// <summary>The type in the surface's words; where there are several, in alphabetical order.</summary>
    public static string TypeOf(JsonObject schema)
    {
        if (PublishedDocument.NameOf(schema) is not { } name)
        {
            return (string?)schema["type"] switch
            {
                "array" => Several(TypeOf(schema["items"]!.AsObject()).Split('|').Select(item => $"Array of {item}")),
                "string" => "String",
                "boolean" => "Boolean",
                "integer" => "Integer",
                "number" => "Float",
                var other => $"unknown ({other})",
            };
        }

        if (PublicSurface.Types.ContainsKey(name))
        {
            return name;
        }

        var named = Schema(name)!;
        return (string?)named["x-type"] switch
        {
            "ChatId" => "Integer|String",
            "MessageOrTrue" => "Boolean|Message",
            _ when named["oneOf"] is JsonArray cases => Several(cases.Select(item => TypeOf(item!.AsObject()))),
            _ => TypeOf(named),
        };
    }

    /// <summary>The closed set of values, in alphabetical order.</summary>
    public static string ValuesOf(JsonObject schema) => PublishedDocument.NameOf(schema) is { } name
        ? ValuesOf(Schema(name)!)
        : schema["enum"] is JsonArray values ? string.Join('|', values.Select(value => value!.ToString()).Order(StringComparer.Ordinal)) : "any";

    public static string Several(IEnumerable<string> types) => string.Join('|', types.Order(StringComparer.Ordinal));
}
