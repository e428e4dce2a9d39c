namespace TelegramRest.Simulator.Control;

/// <summary>The number of an ephemeral message in the conversation of the two.</summary>
internal sealed record EphemeralResponse(int MessageId);
