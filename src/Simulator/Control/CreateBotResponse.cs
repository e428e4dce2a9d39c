namespace TelegramRest.Simulator.Control;

internal sealed record CreateBotResponse(long Id, string Username, string Token);
