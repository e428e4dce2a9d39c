namespace TelegramRest.Bench;

/// <summary>One line of the report; every figure comes from the run that prints it.</summary>
internal sealed record Row(string What, string Measured, string Reference, string Figure, string Budget);
