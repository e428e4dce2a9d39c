namespace TelegramRest.Generator.OpenApi.Model;

/// <summary>A schema whose C# type is written by hand, or is a built-in one (<c>x-type</c>).</summary>
internal sealed class ApiHandWritten : ApiSchema
{
    public required string CsType { get; init; }
}
