using System.Text.Json;

namespace TelegramRest.Simulator.Control;

/// <summary>Reactions to stand under a message: emoji, or ids of custom emoji; none takes them away.</summary>
internal sealed record ReactRequest(long From, JsonElement Chat, int MessageId, string[] Reactions) : IMessageAct;
