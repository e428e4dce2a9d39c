using System.Text.Json;

namespace TelegramRest.Simulator.Control;

/// <summary>Tasks of a checklist that are done, and that are not done after all.</summary>
internal sealed record TickRequest(long From, JsonElement Chat, int MessageId, int[]? Done = null, int[]? Undone = null) : IMessageAct;
