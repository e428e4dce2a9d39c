namespace TelegramRest.Simulator.World.Inline;

/// <summary>A button that a bot prepared for a person's web app.</summary>
internal sealed record PreparedButton(long BotId, long UserId, Tl.KeyboardButtonBase Button);
