namespace TelegramRest.Server.Operations;

/// <summary>The command line or the environment asks for something that cannot be; the message is for the person at the terminal.</summary>
internal sealed class UsageException(string message) : Exception(message);
