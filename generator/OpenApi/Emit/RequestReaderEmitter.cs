using TelegramRest.Generator.OpenApi.Model;

namespace TelegramRest.Generator.OpenApi.Emit;

/// <summary>Emits how a request is read from its parameters: leniently for scalars, strictly and with the right texts for JSON.</summary>
internal static class RequestReaderEmitter
{
    public static void Emit(CodeWriter code, ApiModel model, ApiClass source)
    {
        foreach (var property in source.Properties.Where(property => IsJson(model, property)))
        {
            code.Line($"private static readonly JsonErrors {property.CsName}Errors = {JsonErrors(property)};");
        }

        code.Line("/// <summary>Reads the parameters as leniently as bots rely on; refuses only what the contract says is an error.</summary>");
        using (code.Open($"public static {source.Name} Read(RequestSource source)"))
        {
            foreach (var property in source.Properties.Where(property => property.BotOnly))
            {
                code.Line($"RequestJson.RefuseToUser(source, {Naming.Literal(property.Name)}, {Text(property, "accounts")});");
            }

            using (code.Open($"return new {source.Name}", "};"))
            {
                foreach (var property in source.Properties.Where(property => property.Constant is null))
                {
                    var unless = property.Unless is { } other ? $"RequestJson.HasParseMode(source, {Naming.Literal(other)}) ? null : " : "";
                    code.Line($"{property.CsName} = {unless}{Expression(model, property)},");
                }
            }
        }
    }

    private static string Expression(ApiModel model, ApiProperty property)
    {
        var name = Naming.Literal(property.Name);
        switch (property.Shape)
        {
            case ScalarShape { Kind: ScalarKind.String }:
                return property.Required ? $"source.Get({name}) ?? \"\"" : property.KeepsEmpty ? $"source.Get({name})" : $"source.GetNonEmpty({name})";
            case ScalarShape { Kind: ScalarKind.Int64 } when property.Strict:
                return OrMissing(property, $"source.GetStrictInt64({name}, {Text(property, "value")})");
            case ScalarShape scalar:
                return Number(property, scalar.Kind, name);
            case NamedShape named when model.Schemas[named.Name] is ApiEnum choice:
                return OrMissing(property, $"RequestJson.ReadEnum(source, {name}, {choice.Name}Text.Find, {(property.OnViolation == OnViolation.Error ? Text(property, "unknown") : "null")})");
            case NamedShape when model.IsChatId(property.Shape):
                return $"ChatId.Parse(source.Get({name}))";
            case NamedShape when model.IsInputFile(property.Shape):
                var files = new[] { property.Name }.Concat(property.Aliases)
                    .Select(item => $"InputFile.Read(source, {Naming.Literal(item)}, {(property.UploadOnly ? "true" : "false")})");
                return OrMissing(property, string.Join(" ?? ", files));
            case NamedShape named when model.Schemas[named.Name] is ApiHandWritten { CsType: "string" }:
                return property.Required ? OrMissing(property, $"source.GetNonEmpty({name})") : $"source.GetNonEmpty({name})";
            default:
                return OrMissing(property, Json(model, property, name));
        }
    }

    private static string Number(ApiProperty property, ScalarKind kind, string name)
    {
        var read = $"source.Get{kind}({name})";
        if (property.Required && property.Errors.Exact("required") is not null)
        {
            return OrMissing(property, read);
        }

        var type = kind == ScalarKind.Int32 ? "int" : "long";
        var lowest = property.Minimum is { } minimum ? $"{minimum}" : $"{type}.MinValue";
        var highest = property.Maximum is { } maximum ? $"{maximum}" : $"{type}.MaxValue";
        if (property.OnViolation is OnViolation.Ignore or OnViolation.Default)
        {
            read = $"RequestJson.Within({read}, {lowest}, {highest})";
        }

        var fallback = property.Default ?? (!property.Required ? null : kind == ScalarKind.Boolean ? "false" : "0");
        var value = fallback is null ? read : $"{read} ?? {fallback}";
        return property.OnViolation == OnViolation.Clamp ? $"RequestJson.Clamp({value}, {lowest}, {highest})" : value;
    }

    /// <summary>True for a parameter that is JSON in a string.</summary>
    private static bool IsJson(ApiModel model, ApiProperty property) => property.Shape switch
    {
        ArrayShape => true,
        NamedShape named => model.Schemas[named.Name] is ApiClass or ApiUnion,
        _ => false,
    };

    private static string JsonErrors(ApiProperty property)
    {
        var array = property.Shape as ArrayShape;
        var type = array is null && property.Errors.Exact("type") is null ? "null" : Text(property, "type");
        string?[] options =
        [
            property.OnViolation == OnViolation.Ignore ? "Ignore = true" : null,
            array is { ItemsIgnore: true } ? "IgnoreItems = true" : null,
            property.MaxItems is { } most ? $"MaxItems = {most}, TooMany = {Text(property, "maxItems")}" : null,
        ];
        var given = string.Join(", ", options.Where(option => option is not null));
        return $"new({Text(property, "json")}, {type})" + (given.Length == 0 ? "" : $" {{ {given} }}");
    }

    private static string Json(ApiModel model, ApiProperty property, string name)
    {
        if (property.Shape is not ArrayShape array)
        {
            var read = ValueReading.Convert(model, property.Shape, "value", property.Name, property.Errors, uploadOnly: false);
            return $"RequestJson.ReadObject(source, {name}, {property.CsName}Errors, static (value, source) => {read})";
        }

        var item = array.Item switch
        {
            ScalarShape { Kind: ScalarKind.Int32 or ScalarKind.Int64 } number => $"RequestJson.ToItem{number.Kind}(item, {Text(property, "item")}, {Text(property, "value")})",
            ScalarShape { Kind: ScalarKind.String } => $"RequestJson.ToItemText(item, {Text(property, "item")})",
            _ => ValueReading.Convert(model, array.Item, "item", property.Name, property.Errors, uploadOnly: false),
        };
        return $"RequestJson.ReadArray(source, {name}, {property.CsName}Errors, static (item, source) => {item})";
    }

    private static string OrMissing(ApiProperty property, string read) =>
        property.Required ? $"{read} ?? throw BotApiException.BadRequest({Text(property, "required")})" : read;

    /// <summary>The text for a broken constraint; where the spec gives none, the usual one of its kind.</summary>
    private static string Text(ApiProperty property, string constraint) => Naming.Literal(
        (property.Errors[constraint] ?? constraint switch
        {
            "required" => "Parameter \"{0}\" is required",
            "json" => "Can't parse {0} JSON object",
            "type" => property.Shape is ArrayShape ? "Expected an Array of {0}" : "Object expected as {0}",
            "item" or "value" => "Invalid {0} specified",
            _ => "Invalid {0} specified",
        }).Replace("{0}", property.Name, StringComparison.Ordinal));
}
