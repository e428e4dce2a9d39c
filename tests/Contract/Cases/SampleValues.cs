using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using TelegramRest.Tests.Contract.Harness;

namespace TelegramRest.Tests.Contract.Cases;

/// <summary>Valid values for schemas: the least that will do, or all that may be there. The same seed gives the same values.</summary>
/// <param name="known">What a name stands for in the world at hand: chats, people, messages.</param>
/// <param name="seed">Chooses among the cases of unions and the values of enums.</param>
internal sealed class SampleValues(IReadOnlyDictionary<string, JsonNode> known, int seed)
{
    private const int Deepest = 4;

    /// <summary>Tried one after the other where a pattern says what a text looks like.</summary>
    private static readonly string[] Texts = ["a", new('a', 64), new('a', 512)];

    private readonly Random _random = new(seed);

    public JsonNode? Least(string name, JsonObject schema) => Value(name, schema, all: false, 0);

    public JsonNode? All(string name, JsonObject schema) => Value(name, schema, all: true, 0);

    private JsonNode? Value(string name, JsonObject schema, bool all, int depth)
    {
        if (known.TryGetValue(name, out var value))
        {
            return value.DeepClone();
        }

        var resolved = PublishedDocument.Resolve(schema);
        if ((string?)resolved["x-type"] is "InputFile" or "ChatId" or "string")
        {
            return (string)resolved["x-type"]! == "InputFile" ? "bogus_file_id" : "1";
        }

        if (resolved["oneOf"] is JsonArray cases)
        {
            return Case(name, cases, all, depth);
        }

        if (resolved["enum"] is JsonArray values)
        {
            return values[_random.Next(values.Count)]!.DeepClone();
        }

        return (string)resolved["type"]! switch
        {
            "string" => Text(schema, all),
            "boolean" => true,
            "integer" => (all ? (long?)schema["maximum"] : (long?)schema["minimum"]) ?? 1,
            "number" => 1.5,
            "array" => Array(name, resolved, all, depth),
            _ => Object(resolved, all, depth),
        };
    }

    private JsonNode? Case(string name, JsonArray cases, bool all, int depth)
    {
        // Near the bottom the plainest case, so that types which hold themselves come to an end.
        var index = depth >= Deepest ? 0 : _random.Next(cases.Count);
        return Value(name, cases[index]!.AsObject(), all, depth + 1);
    }

    private static string Text(JsonObject schema, bool all)
    {
        if ((string?)schema["pattern"] is { } pattern)
        {
            return Texts.First(text => Regex.IsMatch(text, pattern));
        }

        var length = all ? Math.Min((int?)schema["maxLength"] ?? 40, 4096) : Math.Max((int?)schema["minLength"] ?? 1, 1);
        return new string('x', length);
    }

    private JsonArray Array(string name, JsonObject schema, bool all, int depth)
    {
        var count = depth >= Deepest ? 0 : all ? Math.Min((int?)schema["maxItems"] ?? 2, 20) : Math.Max((int?)schema["minItems"] ?? 1, 1);
        return [.. Enumerable.Range(0, count).Select(_ => Value(name, schema["items"]!.AsObject(), all, depth + 1))];
    }

    private JsonObject Object(JsonObject schema, bool all, int depth)
    {
        var required = (schema["required"] as JsonArray ?? []).Select(item => (string)item!).ToHashSet();
        var result = new JsonObject();
        foreach (var (name, property) in schema["properties"]?.AsObject() ?? [])
        {
            if (required.Contains(name) || (all && depth < Deepest))
            {
                result[name] = Value(name, property!.AsObject(), all, depth + 1);
            }
        }

        return result;
    }
}
