namespace TelegramRest.Simulator.World;

/// <summary>A bot and a person who have already met.</summary>
/// <param name="BotToken">For <c>auth.importBotAuthorization</c>, or the Bot API.</param>
/// <param name="PhoneNumber">International form with a leading plus; the login code is under <c>/simulator/users/{phone_number}/code</c>.</param>
/// <param name="PersonId">Also the Bot API id of the chat between the two, seen from the bot.</param>
public sealed record DemoSeed(long BotId, string BotUsername, string BotToken, long PersonId, string PhoneNumber);
