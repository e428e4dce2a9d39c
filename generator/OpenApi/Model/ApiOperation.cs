using TelegramRest.Generator.OpenApi.Read;

namespace TelegramRest.Generator.OpenApi.Model;

/// <summary>One operation of the contract.</summary>
internal sealed class ApiOperation
{
    public required SpecNode Node { get; init; }

    public required string Id { get; init; }

    public required string Path { get; init; }

    public required string Tag { get; init; }

    public required string Summary { get; init; }

    public required bool Bots { get; init; }

    public required bool Users { get; init; }

    public required IReadOnlyList<string> Aliases { get; init; }

    public required Shape Result { get; init; }

    /// <summary>The envelope of success carries a description, too.</summary>
    public required bool Described { get; init; }

    /// <summary>Lies at the server's root, below no token.</summary>
    public required bool AtRoot { get; init; }

    public required ApiClass Request { get; init; }

    public required bool Pending { get; init; }

    public string CsName => Naming.Pascal(Id);
}
