namespace TelegramRest.Simulator.Control;

/// <summary>An ephemeral message as its receiver sees it.</summary>
internal sealed record EphemeralView(int MessageId, long From, long Receiver, string Text, string? Media, string[][]? Buttons);
