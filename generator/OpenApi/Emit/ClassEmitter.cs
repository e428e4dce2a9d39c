using TelegramRest.Generator.OpenApi.Model;

namespace TelegramRest.Generator.OpenApi.Emit;

/// <summary>An object becomes a sealed class; required members are required in C#, optional ones may be null.</summary>
internal static class ClassEmitter
{
    public static string Emit(ApiModel model, ApiClass source, bool isRead)
    {
        var code = new CodeWriter();
        code.Line("using System.Text.Json.Serialization;");
        code.Line("using TelegramRest.BotApi.Json;");
        code.Line("namespace TelegramRest.BotApi;");
        code.Line();
        code.Line($"/// <summary>{Naming.Xml(source.Description)}</summary>");
        var ancestor = (model.BaseOf(source) ?? source.Implements) is { } name ? " : " + name : "";
        using (code.Open($"public sealed class {source.Name}{ancestor}"))
        {
            foreach (var property in source.Properties)
            {
                EmitProperty(code, model, property);
            }

            if (source.IsRequest)
            {
                RequestReaderEmitter.Emit(code, model, source);
            }
            else if (isRead)
            {
                ObjectReaderEmitter.Emit(code, model, source);
            }
        }

        return code.ToString();
    }

    /// <summary>The C# type of a property, with its question mark where it may be missing.</summary>
    public static string TypeOf(ApiModel model, ApiProperty property)
    {
        var type = model.CsType(property.Shape);
        return property.Required || property.Default is not null || model.IsChatId(property.Shape) ? type : type + "?";
    }

    private static void EmitProperty(CodeWriter code, ApiModel model, ApiProperty property)
    {
        code.Line($"/// <summary>{Naming.Xml(property.Description)}</summary>");
        code.Line($"[JsonPropertyName({Naming.Literal(property.Name)})]");
        if (property.Constant is { } constant)
        {
            code.Line($"public {model.CsType(property.Shape)} {property.CsName} => {constant};");
        }
        else
        {
            var required = property.Required && property.Default is null ? "required " : "";
            var initial = property.Default is { } value ? $" = {value};" : "";
            code.Line($"public {required}{TypeOf(model, property)} {property.CsName} {{ get; init; }}{initial}");
        }

        code.Line();
    }
}
