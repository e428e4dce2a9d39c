namespace TelegramRest.Simulator.World.Inline;

/// <summary>A message that a bot prepared for one person to send (https://core.telegram.org/api/bots/webapps#prepared-inline-messages). <paramref name="ExpiresAt"/> is Unix seconds.</summary>
internal sealed record PreparedMessage(string Id, long BotId, long UserId, long QueryId, InlineResult Result, Tl.InlineQueryPeerTypeBase[] PeerTypes, int ExpiresAt);
