namespace TelegramRest.Simulator.Control;

/// <summary>
/// A person connects a bot to the own account, changes what it may do, or ends the connection. All private chats are meant but those with <paramref name="ExcludeUsers"/>;
/// without <paramref name="Rights"/> the bot may do everything.
/// </summary>
internal sealed record ConnectBusinessRequest(long From, long Bot, string[]? Rights = null, long[]? ExcludeUsers = null, bool Enabled = true);
