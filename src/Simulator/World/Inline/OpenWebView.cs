using TelegramRest.Simulator.World.Model;

namespace TelegramRest.Simulator.World.Inline;

/// <summary>A web app that a person opened in a chat. <paramref name="ExpiresAt"/> is Unix seconds.</summary>
internal sealed record OpenWebView(long QueryId, long BotId, long UserId, PeerKey Chat, int ExpiresAt);
