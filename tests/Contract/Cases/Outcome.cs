using System.Text.Json.Nodes;

namespace TelegramRest.Tests.Contract.Cases;

/// <summary>What the document promises about the answer to a case, beyond envelope and status.</summary>
internal abstract record Outcome
{
    public static Outcome Anything { get; } = new Unstated();

    /// <summary>Any answer that the document describes.</summary>
    public sealed record Unstated : Outcome;

    /// <summary>400 with these words.</summary>
    public sealed record Refused(string Description) : Outcome;

    /// <summary>The same as with other parameters: clamped, left out, or at their default.</summary>
    public sealed record Same(JsonObject Parameters) : Outcome;
}
