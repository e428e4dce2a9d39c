using NSwag;

namespace TelegramRest.Generator.OpenApi.Read;

/// <summary>Lets NSwag read and resolve the whole document, so that what we accept is an OpenAPI document to others, too.</summary>
internal static class NSwagCheck
{
    public static void Run(string specPath)
    {
        try
        {
            _ = OpenApiYamlDocument.FromYamlAsync(File.ReadAllText(specPath)).GetAwaiter().GetResult();
        }
        catch (Exception problem) when (problem is InvalidOperationException or Newtonsoft.Json.JsonException or YamlDotNet.Core.YamlException)
        {
            throw new GeneratorException(Path.GetFileName(specPath), 1, problem.Message);
        }
    }
}
