namespace TelegramRest.Simulator.World.Inline;

/// <summary>A message that called a guest bot, waiting for the bot's one answer.</summary>
internal sealed record GuestQuery(long Id, long BotId, long MessageUid);
