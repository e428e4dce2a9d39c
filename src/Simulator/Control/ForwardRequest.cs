using System.Text.Json;

namespace TelegramRest.Simulator.Control;

/// <summary>Messages of one chat are forwarded to another, in the order of their numbers there; a copy does not say where it came from.</summary>
internal sealed record ForwardRequest(long From, JsonElement FromChat, JsonElement Chat, int[] MessageIds, bool Copy = false);
