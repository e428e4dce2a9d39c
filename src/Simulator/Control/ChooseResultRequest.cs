using System.Text.Json;

namespace TelegramRest.Simulator.Control;

/// <summary>A person sends one of the results to a chat.</summary>
internal sealed record ChooseResultRequest(long From, JsonElement Chat, string QueryId, string ResultId);
