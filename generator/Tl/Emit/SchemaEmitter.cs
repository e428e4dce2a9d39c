using TelegramRest.Generator.Output;
using TelegramRest.Generator.Tl.Model;

namespace TelegramRest.Generator.Tl.Emit;

/// <summary>The numbers of the schema as a whole.</summary>
internal static class SchemaEmitter
{
    public static void Emit(TlSchema schema, OutputFolder output) => output.Add("GeneratedSchema", $$"""
        {{TypeFiles.Header.TrimEnd()}}
        namespace {{ClassNames.Root}}.Generated;

        internal static class GeneratedSchema
        {
            public const int Layer = {{schema.NewestLayer}};
            public const int OldestLayer = {{schema.BaseLayer}};
        }

        """);
}
