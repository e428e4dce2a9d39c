using TelegramRest.Generator.OpenApi.Model;

namespace TelegramRest.Generator.OpenApi.Emit;

/// <summary>The C# expressions that turn a JSON value into a value of the model.</summary>
internal static class ValueReading
{
    /// <summary>An expression that reads <paramref name="value"/>, a JsonValue, as the given shape.</summary>
    public static string Convert(ApiModel model, Shape shape, string value, string name, Errors errors, bool uploadOnly)
    {
        var literal = Naming.Literal(name);
        return shape switch
        {
            ScalarShape scalar => $"JsonFields.To{ScalarName(scalar.Kind)}({value}, {literal})",
            ArrayShape array => $"JsonFields.ToArray({value}, {literal}, {IsMatrixRow(array)}, source, static (item, source) => {Convert(model, array.Item, "item", name, errors, uploadOnly)}{RowsError(array, errors)})",
            NamedShape named => ConvertNamed(model, model.Schemas[named.Name], value, literal, errors, uploadOnly),
            _ => throw new InvalidOperationException($"{shape} cannot be read."),
        };
    }

    /// <summary>The class that has the reader of a schema.</summary>
    public static string ReaderOf(ApiModel model, ApiSchema schema) =>
        schema is not ApiUnion union ? schema.Name : union.Name + "Reader";

    private static string ConvertNamed(ApiModel model, ApiSchema schema, string value, string literal, Errors errors, bool uploadOnly) => schema switch
    {
        ApiEnum => $"JsonFields.ToEnum({value}, {literal}, {schema.Name}Text.Find, {Naming.Literal(errors["unknown"] ?? "Unsupported value specified")})",
        ApiHandWritten { CsType: "ChatId" } => $"JsonFields.ToChatId({value}, {literal})",
        ApiHandWritten { CsType: "InputFile" } => $"JsonFields.ToFile({value}, {literal}, source, {(uploadOnly ? "true" : "false")})",
        ApiHandWritten { CsType: "string" } => $"JsonFields.ToText({value}, {literal})",
        ApiHandWritten => throw schema.Node.Problem($"{schema.Name} cannot be read from a request"),
        _ => $"{ReaderOf(model, schema)}.Read({value}, source)",
    };

    private static string ScalarName(ScalarKind kind) => kind switch
    {
        ScalarKind.String => "Text",
        ScalarKind.Boolean => "Boolean",
        ScalarKind.Int32 => "Int32",
        ScalarKind.Int64 => "Int64",
        _ => "Double",
    };

    private static string RowsError(ArrayShape array, Errors errors) =>
        array.Item is ArrayShape && errors.Exact("rows") is { } text ? ", " + Naming.Literal(text) : "";

    private static string IsMatrixRow(ArrayShape array) => array.Item is ArrayShape ? "true" : "false";
}
