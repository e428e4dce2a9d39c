namespace TelegramRest.Simulator.Control;

/// <summary>
/// What somebody is to be in a chat: <c>member</c>, <c>administrator</c>, <c>restricted</c>, <c>left</c> or <c>kicked</c>. Without an actor the chat's creator does it.
/// <paramref name="Forbidden"/> are the rights that a restricted member lacks, until <paramref name="UntilDate"/> (Unix seconds; 0 is for ever).
/// </summary>
internal sealed record SetMemberRequest(long User, string Status, long? Actor = null, string[]? Forbidden = null, int UntilDate = 0);
