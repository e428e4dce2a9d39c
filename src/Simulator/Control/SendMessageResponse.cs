namespace TelegramRest.Simulator.Control;

/// <summary>The message's id as the sender numbers it, and for each account that has a copy with a number of its own that number.</summary>
internal sealed record SendMessageResponse(int MessageId, Dictionary<string, int> MessageIds);
