using System.Text.Json;

namespace TelegramRest.Simulator.Control;

/// <summary>A person writes to a bot so that nobody else in the group sees it: a command that the bot has marked as ephemeral, or a reply to an ephemeral message.</summary>
internal sealed record EphemeralRequest(long From, JsonElement Chat, long Bot, string Text, int? ReplyToMessageId = null);
