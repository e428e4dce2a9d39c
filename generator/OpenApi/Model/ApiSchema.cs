using TelegramRest.Generator.OpenApi.Read;

namespace TelegramRest.Generator.OpenApi.Model;

/// <summary>A named schema: <see cref="ApiClass"/>, <see cref="ApiEnum"/>, <see cref="ApiUnion"/> or <see cref="ApiHandWritten"/>.</summary>
internal abstract class ApiSchema
{
    public required SpecNode Node { get; init; }

    public required string Name { get; init; }

    public required string Description { get; init; }

    public Errors Errors { get; init; } = Errors.None;
}
