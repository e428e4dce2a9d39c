namespace TelegramRest.Simulator.Control;

/// <summary>What the bot answered.</summary>
internal sealed record CallbackResponse(string? Text, bool ShowAlert, string? Url, int CacheTime);
