using TelegramRest.Generator.OpenApi.Model;

namespace TelegramRest.Generator.OpenApi.Emit;

/// <summary>Emits how the case of a union is found: by a bare value, by a member that only it has, by the discriminator.</summary>
internal static class UnionReaderEmitter
{
    public static void Emit(CodeWriter code, ApiModel model, ApiUnion source)
    {
        var mayBeNone = source.Discriminator is null && source.Errors.Exact("none") is null;
        using (code.Open($"internal static class {source.Name}Reader"))
        using (code.Open($"public static {model.BaseOf(source)}{(mayBeNone ? "?" : "")} Read(JsonValue value, RequestSource source)"))
        using (ObjectReaderEmitter.OpenGuard(code, source.Errors))
        {
            foreach (var (name, shape) in source.Plain)
            {
                var kind = shape is ArrayShape ? "Array" : "String";
                var read = ValueReading.Convert(model, shape, "value", name, source.Errors, uploadOnly: false);
                code.Line($"if (value.Kind == JsonKind.{kind}) return new {name} {{ Value = {read} }};");
            }

            code.Line($"JsonFields.NeedObject(value, {Naming.Literal(source.Errors["type"] ?? "expected an Object")});");
            if (source.Discriminator is { } discriminator)
            {
                EmitDiscriminated(code, model, source, discriminator);
            }
            else
            {
                EmitChosen(code, model, source);
            }
        }
    }

    private static void EmitChosen(CodeWriter code, ApiModel model, ApiUnion source)
    {
        foreach (var item in source.Cases.Select(name => (ApiClass)model.Schemas[name]))
        {
            var chosenBy = item.ChosenBy ?? throw item.Node.Problem($"{item.Name} needs x-chosen-by: {source.Name} has no discriminator");
            code.Line($"if ({string.Join(" || ", Names(item, chosenBy).Select(IsGiven))}) return {item.Name}.Read(value, source);");
        }

        code.Line(source.Errors.Exact("none") is { } none ? $"throw new JsonFieldException({Naming.Literal(none)});" : "return null;");
    }

    private static void EmitDiscriminated(CodeWriter code, ApiModel model, ApiUnion source, string discriminator)
    {
        var literal = Naming.Literal(discriminator);
        code.Line($"var kind = JsonFields.ToText(JsonFields.Need(value.Find({literal}), {literal}, null), {literal});");
        using (code.Open("return kind switch", "};"))
        {
            foreach (var item in source.Cases.Select(name => (ApiClass)model.Schemas[name]))
            {
                var constant = item.Properties.FirstOrDefault(property => property.Name == discriminator)?.Constant
                    ?? throw item.Node.Problem($"{item.Name} has no constant {discriminator}, which tells the cases of {source.Name} apart");
                if (item.ChosenBy is { } chosenBy && !source.Mapping.Any(entry => entry.Case == item.Name))
                {
                    code.Line($"{constant} when {IsGiven(chosenBy)} => {item.Name}.Read(value, source),");
                }
            }

            foreach (var (value, name) in source.Mapping)
            {
                code.Line($"{Naming.Literal(value)} => {name}.Read(value, source),");
            }

            var unknown = Naming.Literal(source.Errors["unknown"] ?? "Unsupported type specified");
            code.Line($"_ => throw new JsonFieldException({unknown}.Replace(\"{{0}}\", kind, StringComparison.Ordinal)),");
        }
    }

    private static IEnumerable<string> Names(ApiClass item, string member) =>
        item.Properties.FirstOrDefault(property => property.Name == member) is { } property ? [member, .. property.Aliases] : [member];

    private static string IsGiven(string member) => $"JsonFields.IsGiven(value.Find({Naming.Literal(member)}))";
}
