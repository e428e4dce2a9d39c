using System.Text.Json.Nodes;
using TelegramRest.Server;

namespace TelegramRest.Tests.Contract.Harness;

/// <summary>The document that the server publishes, member for member, with the extensions that a schema library would drop.</summary>
internal static class PublishedDocument
{
    private const string Schemas = "#/components/schemas/";

    public static JsonObject Json { get; } = Read();

    public static JsonObject? Schema(string name) => Json["components"]!["schemas"]![name]?.AsObject();

    /// <summary>The name of the schema that a schema refers to, plainly or beside a description; null when it stands for itself.</summary>
    public static string? NameOf(JsonObject schema) =>
        schema["$ref"] is { } reference ? ((string)reference!)[Schemas.Length..]
        : schema["allOf"] is JsonArray { Count: 1 } parts ? NameOf(parts[0]!.AsObject()) : null;

    /// <summary>The schema that is referred to, or the schema itself.</summary>
    public static JsonObject Resolve(JsonObject schema) => NameOf(schema) is { } name ? Resolve(Schema(name)!) : schema;

    private static JsonObject Read()
    {
        using var stream = typeof(ServerApplication).Assembly.GetManifestResourceStream("openapi.json")!;
        return JsonNode.Parse(stream)!.AsObject();
    }
}
