using TelegramRest.Generator.OpenApi.Model;

namespace TelegramRest.Generator.OpenApi.Emit;

/// <summary>A closed set becomes an enum with the spec's spelling in JSON, and a reader of that spelling.</summary>
internal static class EnumEmitter
{
    public static string Emit(ApiEnum source)
    {
        var code = new CodeWriter();
        code.Line("using System.Text.Json.Serialization;");
        code.Line("namespace TelegramRest.BotApi;");
        code.Line();
        code.Line($"/// <summary>{Naming.Xml(source.Description)}</summary>");
        code.Line($"[JsonConverter(typeof(JsonStringEnumConverter<{source.Name}>))]");
        using (code.Open($"public enum {source.Name}"))
        {
            foreach (var value in source.Values)
            {
                code.Line($"[JsonStringEnumMemberName({Naming.Literal(value)})]");
                code.Line(Naming.Pascal(value) + ",");
            }
        }

        code.Line();
        using (code.Open($"internal static class {source.Name}Text"))
        {
            using (code.Open($"public static {source.Name}? Find(string text) => text switch", "};"))
            {
                foreach (var value in source.Values)
                {
                    code.Line($"{Naming.Literal(value)} => {source.Name}.{Naming.Pascal(value)},");
                }

                code.Line("_ => null,");
            }
        }

        return code.ToString();
    }
}
