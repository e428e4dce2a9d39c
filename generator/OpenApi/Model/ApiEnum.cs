namespace TelegramRest.Generator.OpenApi.Model;

/// <summary>A closed set of texts.</summary>
internal sealed class ApiEnum : ApiSchema
{
    public required IReadOnlyList<string> Values { get; init; }
}
