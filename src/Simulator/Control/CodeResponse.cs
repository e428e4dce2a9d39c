namespace TelegramRest.Simulator.Control;

internal sealed record CodeResponse(string Code);
