namespace TelegramRest.Generator.OpenApi.Model;

/// <summary>A schema of <c>components/schemas</c>.</summary>
internal sealed record NamedShape(string Name) : Shape;
