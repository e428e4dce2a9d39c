using System.Text.Json.Nodes;

namespace TelegramRest.Tests.Contract.Cases;

/// <summary>Every way to break one constraint of a parameter of an otherwise valid request: its name, the value (null to leave it out), and the outcome.</summary>
internal static class Mutations
{
    public static IEnumerable<(string Name, JsonNode? Value, Outcome Outcome)> Of(Parameter parameter, JsonObject valid, SampleValues samples)
    {
        if (parameter.IsRequired)
        {
            yield return ("missing", null, Expected(parameter, parameter.MinLength > 0 ? ["required", "minLength", "length"] : ["required"]));
        }

        var special = parameter.Kind switch
        {
            "integer" => OfInteger(parameter, valid),
            "string" => OfText(parameter),
            "enum" => [("of no known value", "no_such_value", parameter.OnViolation == "error" ? Expected(parameter, "unknown") : Outcome.Anything)],
            "chat" when parameter.IsStrict => [("spelt badly", "abc", Expected(parameter, "value"))],
            "array" => OfArray(parameter, valid, samples),
            "object" => OfObject(parameter, valid),
            "boolean" or "number" => [("of another type", new JsonObject { ["a"] = 1 }, Outcome.Anything)],
            _ => [],
        };
        foreach (var mutation in special)
        {
            yield return mutation;
        }
    }

    private static IEnumerable<(string Name, JsonNode? Value, Outcome Outcome)> OfInteger(Parameter parameter, JsonObject valid)
    {
        if (parameter.Minimum is { } lowest)
        {
            yield return ("too small", lowest - 1, OutOfRange(parameter, valid, lowest));
        }

        if (parameter.Maximum is { } highest)
        {
            yield return ("too large", highest + 1, OutOfRange(parameter, valid, highest));
        }

        yield return ("no number", "abc", parameter.IsStrict ? Expected(parameter, "value") : Outcome.Anything);
        yield return ("beyond all integers", "99999999999999999999999", Outcome.Anything);
    }

    private static IEnumerable<(string Name, JsonNode? Value, Outcome Outcome)> OfText(Parameter parameter)
    {
        if (parameter.MinLength is { } shortest)
        {
            yield return ("too short", new string('x', shortest - 1), Expected(parameter, "minLength", "length"));
        }

        if (parameter.MaxLength is { } longest)
        {
            yield return ("too long", new string('x', longest + 1), Expected(parameter, "length"));
        }

        if (parameter.Pattern is not null)
        {
            yield return ("against the pattern", "?", Expected(parameter, "pattern"));
        }

        yield return ("an object", new JsonObject { ["a"] = 1 }, Outcome.Anything);
        yield return ("very long", new string('ы', 40_000), Outcome.Anything);
    }

    private static IEnumerable<(string Name, JsonNode? Value, Outcome Outcome)> OfArray(Parameter parameter, JsonObject valid, SampleValues samples)
    {
        yield return ("no JSON", "[", BrokenJson(parameter, valid, "json"));
        yield return ("an object instead of an array", new JsonObject(), BrokenJson(parameter, valid, "type"));
        if (parameter.ItemKind is "integer" or "string")
        {
            yield return ("with an item of another type", new JsonArray(new JsonObject()), BrokenJson(parameter, valid, "item"));
        }

        if (parameter.ItemKind == "integer")
        {
            yield return ("with a broken number", new JsonArray(1.5), BrokenJson(parameter, valid, "value"));
        }

        if (parameter.MaxItems is { } most)
        {
            var item = samples.Least(parameter.Name, parameter.Schema)!.AsArray()[0]!;
            yield return ("with too many items", new JsonArray([.. Enumerable.Range(0, most + 1).Select(_ => item.DeepClone())]), Expected(parameter, "maxItems"));
        }
    }

    private static IEnumerable<(string Name, JsonNode? Value, Outcome Outcome)> OfObject(Parameter parameter, JsonObject valid)
    {
        yield return ("no JSON", "{", BrokenJson(parameter, valid, "json"));
        yield return ("a number instead of an object", 17, BrokenJson(parameter, valid, "type"));
        yield return ("an empty object", new JsonObject(), Outcome.Anything);
    }

    /// <summary>The refusal with the text of the first of these constraints that has one.</summary>
    private static Outcome Expected(Parameter parameter, params IEnumerable<string> constraints) =>
        constraints.Select(parameter.Refusal).FirstOrDefault(text => text is not null) is { } description ? new Outcome.Refused(description) : Outcome.Anything;

    private static Outcome OutOfRange(Parameter parameter, JsonObject valid, long nearest) => parameter.OnViolation switch
    {
        "clamp" => new Outcome.Same(With(valid, parameter.Name, nearest)),
        "ignore" or "default" => new Outcome.Same(With(valid, parameter.Name, null)),
        _ => Expected(parameter, "range"),
    };

    private static Outcome BrokenJson(Parameter parameter, JsonObject valid, string constraint) =>
        parameter.OnViolation == "ignore" ? new Outcome.Same(With(valid, parameter.Name, null)) : Expected(parameter, constraint);

    public static JsonObject With(JsonObject parameters, string name, JsonNode? value)
    {
        var changed = parameters.DeepClone().AsObject();
        if (value is null)
        {
            changed.Remove(name);
        }
        else
        {
            changed[name] = value;
        }

        return changed;
    }
}
