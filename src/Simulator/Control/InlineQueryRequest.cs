using System.Text.Json;

namespace TelegramRest.Simulator.Control;

/// <summary>A person types a bot's name and a query. <paramref name="Chat"/> is where; the chat with the bot itself when left out.</summary>
internal sealed record InlineQueryRequest(long From, long Bot, string Query, JsonElement? Chat = null, string? Offset = null, double? Latitude = null, double? Longitude = null);
