using System.Text.Json.Nodes;
using TelegramRest.Generator.OpenApi.Model;

namespace TelegramRest.Generator.Sdk;

/// <summary>The schemas of the view. What the templates read beside OpenAPI's words is listed in <c>generator/templates/README.md</c>.</summary>
internal sealed class SdkSchemas(ApiModel model, bool singleInheritance)
{
    public static JsonObject Reference(string name) => new() { ["$ref"] = "#/components/schemas/" + name };

    public JsonObject Write()
    {
        var result = new JsonObject();
        foreach (var schema in model.Schemas.Values)
        {
            var written = schema switch
            {
                ApiClass { Name: "Error" } or ApiClass { IsRequest: true, Properties.Count: 0 } => null,
                ApiClass source => Class(source),
                ApiEnum source => Enum(source, source.Values),
                ApiUnion source => Union(source),
                ApiHandWritten { CsType: "string" } source when source.Node.Has("enum") => Enum(source, source.Node.Texts("enum")),
                ApiHandWritten source => Alternatives(source),
                _ => throw schema.Node.Problem($"{schema.Name} cannot be said in a client library"),
            };
            if (written is not null)
            {
                result.Add(schema.Name, written);
            }

            foreach (var (name, shape) in (schema as ApiUnion)?.Plain ?? [])
            {
                result.Add(name, Plain((ApiUnion)schema, shape));
            }
        }

        return result;
    }

    public JsonObject OfShape(Shape shape) => shape switch
    {
        ScalarShape { Kind: ScalarKind.String } => Scalar("string"),
        ScalarShape { Kind: ScalarKind.Boolean } => Scalar("boolean"),
        ScalarShape { Kind: ScalarKind.Int32 } => Scalar("integer", "int32"),
        ScalarShape { Kind: ScalarKind.Int64 } => Scalar("integer", "int64"),
        ScalarShape { Kind: ScalarKind.Double } => Scalar("number", "double"),
        ArrayShape array => new JsonObject { ["type"] = "array", ["items"] = OfShape(array.Item) },
        NamedShape named => OfSchema(model.Schemas[named.Name]),
        _ => throw new InvalidOperationException($"{shape} has no schema."),
    };

    private static JsonObject Scalar(string type, string? format = null)
    {
        var result = new JsonObject { ["type"] = type };
        if (format is not null)
        {
            result["format"] = format;
        }

        return result;
    }

    private JsonObject OfSchema(ApiSchema schema) => schema switch
    {
        ApiHandWritten { CsType: "bool" } => Scalar("boolean"),
        ApiHandWritten source when source.Node.FindText("type") == "array" =>
            new JsonObject { ["type"] = "array", ["items"] = Reference(Referred(source.Node["items"]["$ref"].Text)) },
        ApiUnion union when singleInheritance => Reference(model.BaseOf(union)),
        _ => Reference(schema.Name),
    };

    private JsonObject Class(ApiClass source)
    {
        var properties = new JsonObject();
        foreach (var property in source.Properties)
        {
            properties.Add(property.Name, Property(property));
        }

        var result = new JsonObject { ["type"] = "object", ["description"] = source.Description, ["additionalProperties"] = false, ["properties"] = properties };
        var required = source.Properties.Where(property => property.Required).Select(property => (JsonNode)property.Name).ToArray();
        if (required.Length > 0)
        {
            result["required"] = new JsonArray(required);
        }

        if (model.BaseOf(source) is { } baseName)
        {
            result["x-base"] = baseName;
        }

        if (source.Exclusive)
        {
            result["x-exclusive"] = true;
            var cases = source.Properties.Where(property => !property.Required);
            result["x-rules"] = new JsonArray([
                .. cases.Select(property => new JsonObject { ["case"] = property.CsName + source.Name, ["chosen-by"] = property.Name }),
                new JsonObject { ["case"] = "Other" + source.Name },
            ]);
        }

        return result;
    }

    private JsonObject Property(ApiProperty property)
    {
        var result = OfShape(property.Shape);
        if (result.ContainsKey("$ref"))
        {
            result = new JsonObject { ["oneOf"] = new JsonArray(result) };
        }

        result["description"] = property.Description;
        result["x-name"] = property.CsName;
        if (property.Constant is { } constant)
        {
            result["x-constant"] = constant;
        }
        else if (property.Shape is NamedShape named && model.Schemas[named.Name] is ApiHandWritten { CsType: "bool" })
        {
            result["x-constant"] = "true";
        }

        if (property.Deprecated)
        {
            result["deprecated"] = true;
        }

        return result;
    }

    private static JsonObject Enum(ApiSchema source, IReadOnlyList<string> values) => new()
    {
        ["type"] = "string",
        ["description"] = source.Description,
        ["enum"] = new JsonArray([.. values.Select(value => (JsonNode)value)]),
        ["x-enumNames"] = new JsonArray([.. values.Select(value => (JsonNode)Naming.Pascal(value))]),
    };

    /// <summary>A union that shares the base of an earlier one is gone where a case can have one base only.</summary>
    private JsonObject? Union(ApiUnion source)
    {
        if (singleInheritance && model.BaseOf(source) != source.Name)
        {
            return null;
        }

        var unions = singleInheritance ? model.Schemas.Values.OfType<ApiUnion>().Where(union => model.BaseOf(union) == source.Name) : [source];
        var cases = unions.SelectMany(union => union.Cases.Select(name => (Union: union, Case: (ApiClass)model.Schemas[name])))
            .DistinctBy(item => item.Case.Name);
        return new JsonObject
        {
            ["type"] = "object",
            ["description"] = source.Description,
            ["x-cases"] = new JsonArray([.. source.Plain.Select(plain => (JsonNode)plain.Name), .. source.Cases.Select(name => (JsonNode)name)]),
            ["x-rules"] = new JsonArray([.. source.Plain.Select(plain => Rule(plain.Name, plain.Shape)), .. cases.Select(item => Rule(item.Union, item.Case))]),
        };
    }

    /// <summary>A case is told by the constant of a member, by the presence of one, or by both.</summary>
    private static JsonObject Rule(ApiUnion union, ApiClass item)
    {
        var sign = item.Properties.FirstOrDefault(property => property.Constant is not null && (union.Discriminator is null || property.Name == union.Discriminator));
        return new JsonObject { ["case"] = item.Name, ["member"] = sign?.Name, ["value"] = sign?.Constant, ["chosen-by"] = item.ChosenBy };
    }

    private static JsonObject Rule(string name, Shape shape) => new() { ["case"] = name, ["token"] = shape is ArrayShape ? "StartArray" : "String" };

    private JsonObject Plain(ApiUnion union, Shape shape) => new()
    {
        ["type"] = "object",
        ["description"] = $"The case of {union.Name} that is no object.",
        ["x-base"] = union.Name,
        ["x-plain"] = true,
        ["required"] = new JsonArray("value"),
        ["properties"] = new JsonObject { ["value"] = OfShape(shape) },
    };

    /// <summary>A value that may be written in two ways.</summary>
    private JsonObject? Alternatives(ApiHandWritten source)
    {
        // The libraries have InputFile by hand, too: what can be uploaded differs by language.
        if (source.CsType is "bool" or "InputFile" || source.Node.FindText("type") == "array")
        {
            return source.CsType == "InputFile" ? new JsonObject { ["type"] = "object" } : null;
        }

        var kinds = source.Node["oneOf"].Items.Select(item => item.FindText("format") ?? item.FindText("type") ?? Referred(item["$ref"].Text)).ToList();
        var result = new JsonObject { ["type"] = "object", ["description"] = source.Description };
        switch (kinds)
        {
            case ["integer" or "int64", "string"] or ["string", "integer" or "int64"]:
                result["x-number-or-text"] = true;
                return result;
            case [var item, var other] when model.Schemas.GetValueOrDefault(other) is ApiHandWritten { CsType: "bool" }:
                result["x-or-true"] = item;
                return result;
            default:
                throw source.Node.Problem($"the alternatives of {source.Name} cannot be said in a client library");
        }
    }

    private static string Referred(string reference) => reference[(reference.LastIndexOf('/') + 1)..];
}
