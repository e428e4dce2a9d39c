using System.Text.Json;

namespace TelegramRest.Simulator.Control;

/// <summary>A message is pinned, or no longer.</summary>
internal sealed record PinRequest(long From, JsonElement Chat, int MessageId, bool Pinned = true, bool Silent = false) : IMessageAct;
