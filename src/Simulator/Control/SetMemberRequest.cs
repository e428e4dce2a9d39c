namespace TelegramRest.Simulator.Control;

/// <summary>What somebody is to be in a chat: <c>member</c>, <c>administrator</c>, <c>left</c> or <c>kicked</c>. Without an actor the chat's creator does it.</summary>
internal sealed record SetMemberRequest(long User, string Status, long? Actor = null);
