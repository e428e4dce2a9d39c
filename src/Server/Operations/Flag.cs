namespace TelegramRest.Server.Operations;

/// <summary>One command line flag and its environment variable.</summary>
/// <param name="Name">Without the dashes.</param>
/// <param name="Value">What stands for the value in the help; null when the flag takes none.</param>
/// <param name="Default">As the help prints it; null when there is none worth telling.</param>
/// <param name="Help">One line.</param>
/// <param name="Apply">Takes the value ("" for a flag without one).</param>
internal sealed record Flag(string Name, string? Value, string? Default, string Help, Action<ServerOptions, string> Apply)
{
    public char? Short { get; init; }

    public string? Environment { get; init; }

    /// <summary>Accepted so that existing start scripts keep working, without any effect here; the reason is told once.</summary>
    public string? NoEffectBecause { get; init; }
}
