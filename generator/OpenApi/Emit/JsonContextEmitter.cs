using TelegramRest.Generator.OpenApi.Model;

namespace TelegramRest.Generator.OpenApi.Emit;

/// <summary>Emits the context from which the System.Text.Json source generator makes the writers of all results.</summary>
internal static class JsonContextEmitter
{
    public static string Emit(ApiModel model)
    {
        var types = model.Operations.Select(operation => model.CsType(operation.Result))
            .Concat(["Update", "Update[]", "ResponseParameters"])
            .Concat(model.Schemas.Values.OfType<ApiUnion>().Where(union => union.Plain.Count > 0)
                .SelectMany(union => union.Cases.Concat(union.Plain.Select(item => model.CsType(item.Shape)))))
            .Concat(["Message"])
            .Distinct().Order(StringComparer.Ordinal);

        var code = new CodeWriter();
        code.Line("using System.Text.Encodings.Web;");
        code.Line("using System.Text.Json;");
        code.Line("using System.Text.Json.Serialization;");
        code.Line("namespace TelegramRest.BotApi;");
        code.Line();
        code.Line("/// <summary>How results are written: compact, members in the order of the spec, missing ones left out.</summary>");
        code.Line("[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]");
        foreach (var type in types)
        {
            code.Line($"[JsonSerializable(typeof({type}))]");
        }

        using (code.Open("public sealed partial class BotApiJson : JsonSerializerContext"))
        {
            code.Line("/// <summary>The context to write with: as <see cref=\"Default\"/>, but only what JSON itself demands is escaped.</summary>");
            using (code.Open("public static BotApiJson Relaxed { get; } = new(new JsonSerializerOptions", "});"))
            {
                code.Line("DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,");
                code.Line("Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,");
            }
        }

        return code.ToString();
    }
}
