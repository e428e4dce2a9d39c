namespace TelegramRest.Simulator.Control;

/// <summary>The chat of the channel's direct messages, by its Bot API id, and the message's number there.</summary>
internal sealed record DirectMessageResponse(long Chat, int MessageId);
