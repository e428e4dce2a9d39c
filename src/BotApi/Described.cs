namespace TelegramRest.BotApi;

/// <summary>A result whose envelope also carries a description, as those of setWebhook and deleteWebhook do.</summary>
public sealed record Described<T>(T Result, string? Description);
