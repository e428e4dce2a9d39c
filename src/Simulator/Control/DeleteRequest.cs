using System.Text.Json;

namespace TelegramRest.Simulator.Control;

/// <summary>Messages are deleted, for everybody unless said otherwise.</summary>
internal sealed record DeleteRequest(long From, JsonElement Chat, int[] MessageIds, bool ForEverybody = true);
