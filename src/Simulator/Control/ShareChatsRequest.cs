using System.Text.Json;

namespace TelegramRest.Simulator.Control;

/// <summary>A person answers a keyboard button that asks for users or a chat. <paramref name="RequestId"/> is the button's number; the message is the one with the keyboard, or the id a prepared button has.</summary>
internal sealed record ShareChatsRequest(long From, long Bot, int RequestId, JsonElement[] Chats, int? MessageId = null, string? PreparedButtonId = null);
