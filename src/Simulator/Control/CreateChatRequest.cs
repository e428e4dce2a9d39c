namespace TelegramRest.Simulator.Control;

/// <summary>A new chat: <c>group</c>, <c>supergroup</c> or <c>channel</c>. Bots among a channel's members become admins, as they must be.</summary>
internal sealed record CreateChatRequest(string Type, string Title, long Creator, long[]? Members = null, long[]? Admins = null, string? Username = null);
