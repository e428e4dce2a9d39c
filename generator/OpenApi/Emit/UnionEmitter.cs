using TelegramRest.Generator.OpenApi.Model;

namespace TelegramRest.Generator.OpenApi.Emit;

/// <summary>
/// A union becomes an abstract class that only its cases can derive from. One whose cases belong to an earlier union
/// shares that one's class and has only a reader.
/// </summary>
internal static class UnionEmitter
{
    public static string Emit(ApiModel model, ApiUnion source, bool isRead)
    {
        var code = new CodeWriter();
        code.Line("using System.Text.Json;");
        code.Line("using System.Text.Json.Serialization;");
        code.Line("using TelegramRest.BotApi.Json;");
        code.Line("namespace TelegramRest.BotApi;");
        if (model.BaseOf(source) == source.Name)
        {
            code.Line();
            EmitBase(code, model, source);
        }

        foreach (var (name, shape) in source.Plain)
        {
            code.Line();
            code.Line($"/// <summary>The case of <see cref=\"{source.Name}\"/> that is no object.</summary>");
            using (code.Open($"public sealed class {name} : {source.Name}"))
            {
                code.Line($"public required {model.CsType(shape)} Value {{ get; init; }}");
            }
        }

        if (source.Plain.Count > 0)
        {
            code.Line();
            EmitConverter(code, model, source);
        }

        if (isRead)
        {
            code.Line();
            UnionReaderEmitter.Emit(code, model, source);
        }

        return code.ToString();
    }

    private static void EmitBase(CodeWriter code, ApiModel model, ApiUnion source)
    {
        code.Line($"/// <summary>{Naming.Xml(source.Description)}</summary>");
        if (source.Plain.Count > 0)
        {
            code.Line($"[JsonConverter(typeof({source.Name}Converter))]");
        }
        else
        {
            foreach (var item in model.CasesBelow(source.Name))
            {
                code.Line($"[JsonDerivedType(typeof({item.Name}))]");
            }
        }

        using (code.Open($"public abstract class {source.Name}"))
        {
            code.Line($"private protected {source.Name}() {{ }}");
        }
    }

    private static void EmitConverter(CodeWriter code, ApiModel model, ApiUnion source)
    {
        code.Line($"/// <summary>Writes the case itself: a bare value or an object.</summary>");
        using (code.Open($"public sealed class {source.Name}Converter : JsonConverter<{source.Name}>"))
        {
            code.Line($"public override {source.Name} Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>");
            code.Line("    throw new NotSupportedException(\"Requests are read by the generated readers.\");");
            code.Line();
            using (code.Open($"public override void Write(Utf8JsonWriter writer, {source.Name} value, JsonSerializerOptions options)"))
            using (code.Open("switch (value)"))
            {
                foreach (var (name, shape) in source.Plain)
                {
                    code.Line($"case {name} item:");
                    code.Line($"    JsonSerializer.Serialize(writer, item.Value, options.GetTypeInfo(typeof({model.CsType(shape)})));");
                    code.Line("    break;");
                }

                code.Line("default:");
                code.Line("    JsonSerializer.Serialize(writer, value, options.GetTypeInfo(value.GetType()));");
                code.Line("    break;");
            }
        }
    }
}
