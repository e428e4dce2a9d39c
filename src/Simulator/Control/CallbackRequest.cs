using System.Text.Json;

namespace TelegramRest.Simulator.Control;

/// <summary>A person presses a button. In private chats the message may be numbered as the bot or as the person numbers it.</summary>
internal sealed record CallbackRequest(long From, JsonElement Chat, int MessageId, string Data);
