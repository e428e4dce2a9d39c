using System.Text.Json;

namespace TelegramRest.Simulator.Control;

/// <summary>A person writes to a chat: a Bot API id or an @username, seen from the person (a private chat with a bot is the bot's id).</summary>
internal sealed record SendMessageRequest(
    long From,
    JsonElement Chat,
    string? Text = null,
    int? ReplyToMessageId = null,
    string? Quote = null,
    int? MessageThreadId = null,
    bool Silent = false,
    MediaRequest? Media = null);
