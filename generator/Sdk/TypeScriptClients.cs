using NJsonSchema.CodeGeneration.TypeScript;
using NSwag;
using NSwag.CodeGeneration.OperationNameGenerators;
using NSwag.CodeGeneration.TypeScript;

namespace TelegramRest.Generator.Sdk;

/// <summary>NSwag's TypeScript generator with the templates of this house.</summary>
internal static class TypeScriptClients
{
    public static string Generate(string view)
    {
        var settings = new TypeScriptClientGeneratorSettings
        {
            ClassName = "{controller}",
            OperationNameGenerator = new MultipleClientsFromFirstTagAndOperationIdGenerator(),
            Template = TypeScriptTemplate.Fetch,
            TypeScriptGeneratorSettings =
            {
                TypeScriptVersion = 5,
                TypeStyle = TypeScriptTypeStyle.Interface,
                EnumStyle = TypeScriptEnumStyle.StringLiteral,
                MarkOptionalProperties = true,
                GenerateDefaultValues = false,
                ExcludedTypeNames = ["InputFile"],
                TemplateDirectory = Path.Combine(AppContext.BaseDirectory, "templates", "typescript"),
            },
        };
        var document = OpenApiDocument.FromJsonAsync(view).GetAwaiter().GetResult();
        return new TypeScriptClientGenerator(document, settings).GenerateFile().ReplaceLineEndings("\n");
    }
}
