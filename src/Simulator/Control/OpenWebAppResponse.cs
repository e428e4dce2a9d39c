namespace TelegramRest.Simulator.Control;

/// <summary>What the app would find in its start data: the id with which the bot answers, as text.</summary>
internal sealed record OpenWebAppResponse(string QueryId, string Url);
