using System.Text.Json;

namespace TelegramRest.Simulator.Control;

/// <summary>A person presses a button of an ephemeral message and waits for what the bot answers.</summary>
internal sealed record PressEphemeralRequest(long From, JsonElement Chat, int MessageId, string Data);
