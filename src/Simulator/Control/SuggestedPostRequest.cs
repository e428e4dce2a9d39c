using System.Text.Json;

namespace TelegramRest.Simulator.Control;

/// <summary>A suggested post is approved or declined by the other side.</summary>
internal sealed record SuggestedPostRequest(long From, JsonElement Chat, int MessageId, bool Approve, int? SendDate = null, string? Comment = null) : IMessageAct;
