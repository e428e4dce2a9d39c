namespace TelegramRest.Generator.OpenApi.Model;

/// <summary>One of several cases.</summary>
internal sealed class ApiUnion : ApiSchema
{
    /// <summary>Names of the cases that are objects.</summary>
    public required IReadOnlyList<string> Cases { get; init; }

    /// <summary>Cases that are not objects: the C# name of the case and its shape.</summary>
    public required IReadOnlyList<(string Name, Shape Shape)> Plain { get; init; }

    public string? Discriminator { get; init; }

    /// <summary>Discriminator value → case.</summary>
    public required IReadOnlyList<(string Value, string Case)> Mapping { get; init; }
}
