namespace TelegramRest.Generator.OpenApi.Model;

/// <summary>An object with known members.</summary>
internal sealed class ApiClass : ApiSchema
{
    public required IReadOnlyList<ApiProperty> Properties { get; init; }

    /// <summary>The member whose presence picks this case of a union that has no discriminator value for it.</summary>
    public string? ChosenBy { get; init; }

    /// <summary>The member that a bare string stands for.</summary>
    public string? Shorthand { get; init; }

    /// <summary>A hand-written interface by which code treats alike what shares members.</summary>
    public string? Implements { get; init; }

    /// <summary>At most one of the optional members is there.</summary>
    public bool Exclusive { get; init; }

    public bool IsRequest { get; init; }
}
