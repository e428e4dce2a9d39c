using System.Text.Json;

namespace TelegramRest.Simulator.Control;

/// <summary>A person's message gets another text or caption.</summary>
internal sealed record EditRequest(long From, JsonElement Chat, int MessageId, string Text) : IMessageAct;
