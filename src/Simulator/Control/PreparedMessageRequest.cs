using System.Text.Json;

namespace TelegramRest.Simulator.Control;

/// <summary>A person sends a message that a bot has prepared for him.</summary>
internal sealed record PreparedMessageRequest(long From, long Bot, string Id, JsonElement Chat);
