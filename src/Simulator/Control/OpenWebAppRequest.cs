using System.Text.Json;

namespace TelegramRest.Simulator.Control;

/// <summary>A person opens a bot's web app in a chat; in the chat with the bot when none is named.</summary>
internal sealed record OpenWebAppRequest(long From, long Bot, JsonElement? Chat = null);
