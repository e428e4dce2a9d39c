namespace TelegramRest.Server.Http;

/// <summary>The paths beside the API itself. Everything else is refused before routing, so that no operation is reachable without its account.</summary>
internal static class Pages
{
    public const string Docs = "/docs";
    public const string SpecYaml = "/openapi.yaml";
    public const string SpecJson = "/openapi.json";
    public const string Simulator = "/simulator";

    public static bool Contains(string path) => path is "/" or SpecYaml or SpecJson || IsUnder(path, Docs) || IsUnder(path, Simulator);

    private static bool IsUnder(string path, string prefix) => path.StartsWith(prefix, StringComparison.Ordinal) && (path.Length == prefix.Length || path[prefix.Length] == '/');
}
