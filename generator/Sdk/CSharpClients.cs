using NJsonSchema.CodeGeneration.CSharp;
using NSwag;
using NSwag.CodeGeneration.CSharp;
using NSwag.CodeGeneration.OperationNameGenerators;

namespace TelegramRest.Generator.Sdk;

/// <summary>NSwag's C# generator with the templates of this house.</summary>
internal static class CSharpClients
{
    private const string List = "System.Collections.Generic.IReadOnlyList";

    public static string Generate(string view)
    {
        var settings = new CSharpClientGeneratorSettings
        {
            ClassName = "{controller}",
            OperationNameGenerator = new MultipleClientsFromFirstTagAndOperationIdGenerator(),
            GenerateClientInterfaces = false,
            ResponseArrayType = List,
            ParameterArrayType = List,
            CSharpGeneratorSettings =
            {
                Namespace = "TelegramRest.Client",
                JsonLibrary = CSharpJsonLibrary.SystemTextJson,
                JsonLibraryVersion = 10,
                GenerateNullableReferenceTypes = true,
                GenerateOptionalPropertiesAsNullable = true,
                GenerateDefaultValues = false,
                ArrayType = List,
                TypeNameGenerator = new CSharpTypeNames(),
                ExcludedTypeNames = ["InputFile"],
                TemplateDirectory = Path.Combine(AppContext.BaseDirectory, "templates", "csharp"),
            },
        };
        var document = OpenApiDocument.FromJsonAsync(view).GetAwaiter().GetResult();
        return new CSharpClientGenerator(document, settings).GenerateFile().ReplaceLineEndings("\n");
    }
}
