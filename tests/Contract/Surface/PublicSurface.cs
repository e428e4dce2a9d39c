using System.Text.Json.Nodes;

namespace TelegramRest.Tests.Contract.Surface;

/// <summary>
/// The public surface of Bot API 10.2 as the file beside this one holds it: methods with their parameters, types with their fields or
/// cases; of each member its type (several after a bar), whether it is required, its closed set of values, its range, length or number
/// of items, and whether a file may stand in it although it is a String.
/// </summary>
internal static class PublicSurface
{
    public static JsonObject Methods => Document["methods"]!.AsObject();

    public static JsonObject Types => Document["types"]!.AsObject();

    private static JsonObject Document { get; } = Read();

    private static JsonObject Read()
    {
        using var stream = typeof(PublicSurface).Assembly.GetManifestResourceStream("bot-api-10.2.json")!;
        return JsonNode.Parse(stream)!.AsObject();
    }
}
