using NSwag;
using TelegramRest.Generator.OpenApi.Emit;

namespace TelegramRest.Generator.OpenApi.Read;

/// <summary>Lets NSwag read and resolve the whole document, so that what we accept is an OpenAPI document to others, too.</summary>
internal static class NSwagCheck
{
    public static void Run(SpecNode document)
    {
        try
        {
            _ = OpenApiDocument.FromJsonAsync(DocumentEmitter.ToJson(document)).GetAwaiter().GetResult();
        }
        catch (Exception problem) when (problem is InvalidOperationException or Newtonsoft.Json.JsonException)
        {
            throw document.Problem(problem.Message);
        }
    }
}
