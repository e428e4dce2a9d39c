using System.Reflection;
using TelegramRest.Generator.Tl;
using TelegramRest.Generator.Tl.Model;

namespace TelegramRest.Tests.Unit.Tl.Samples;

/// <summary>The schema that the types under test were generated from.</summary>
internal static class SchemaFiles
{
    private static readonly Lazy<TlSchema> s_schema = new(() => TlVerb.ReadSchema(BaseFolder, LayersFolder));

    public static TlSchema Schema => s_schema.Value;

    public static string BaseFolder => Path.Combine(Root, "generator/node_modules/@mtcute/tl");

    public static string LayersFolder => Path.Combine(Root, "spec/tl");

    private static string Root => typeof(SchemaFiles).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(metadata => metadata.Key == "RepositoryRoot").Value!;
}
