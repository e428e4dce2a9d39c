namespace TelegramRest.Tests.Clients.Sdk;

/// <param name="Token">The bot's.</param>
/// <param name="Bot">Its id.</param>
/// <param name="Person">The id of the person who started it, which is the chat.</param>
internal sealed record Meeting(string Token, long Bot, long Person);
