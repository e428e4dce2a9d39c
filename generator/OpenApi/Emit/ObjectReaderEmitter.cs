using TelegramRest.Generator.OpenApi.Model;

namespace TelegramRest.Generator.OpenApi.Emit;

/// <summary>Emits how an object inside a JSON parameter is read, with the texts that its faults have.</summary>
internal static class ObjectReaderEmitter
{
    public static void Emit(CodeWriter code, ApiModel model, ApiClass source)
    {
        using (code.Open($"internal static {source.Name} Read(JsonValue value, RequestSource source)"))
        using (OpenGuard(code, source.Errors))
        {
            if (source.Shorthand is { } shorthand)
            {
                code.Line($"value = JsonFields.Expand(value, {Naming.Literal(shorthand)});");
            }

            code.Line($"JsonFields.NeedObject(value, {Naming.Literal(source.Errors["type"] ?? "expected an Object")});");
            using (code.Open($"return new {source.Name}", "};"))
            {
                foreach (var property in source.Properties.Where(property => property.Constant is null))
                {
                    code.Line($"{property.CsName} = {Expression(model, property)},");
                }
            }
        }
    }

    /// <summary>Where the type has a text of its own for faults, they are given it here; the caller closes the block.</summary>
    public static IDisposable? OpenGuard(CodeWriter code, Errors errors) =>
        errors.Exact("parse") is { } prefix
            ? code.Open("try", $"}} catch (JsonFieldException problem) {{ throw BotApiException.BadRequest({Naming.Literal(prefix)} + problem.Message); }}")
            : null;

    private static string Expression(ApiModel model, ApiProperty property)
    {
        var literal = Naming.Literal(property.Name);
        var found = $"value.Find({literal})" + string.Concat(property.Aliases.Select(alias => $" ?? value.Find({Naming.Literal(alias)})"));
        if (property.Required && !model.IsChatId(property.Shape))
        {
            var missing = property.Errors["required"] is { } text ? Naming.Literal(text) : "null";
            return Convert(model, property, $"JsonFields.Need({found}, {literal}, {missing})");
        }

        var fallback = property.Default ?? (model.IsChatId(property.Shape) ? "default" : "null");
        var variable = "found" + property.CsName;
        return $"({found}) is {{ }} {variable} ? {Convert(model, property, variable)} : {fallback}";
    }

    private static string Convert(ApiModel model, ApiProperty property, string value)
    {
        var converted = ValueReading.Convert(model, property.Shape, value, property.Name, property.Errors, property.UploadOnly);
        return property.Required && model.IsInputFile(property.Shape)
            ? $"{converted} ?? throw new JsonFieldException({Naming.Literal(property.Errors["required"] ?? $"Can't find field \"{property.Name}\"")})"
            : converted;
    }
}
