namespace TelegramRest.Simulator.Control;

internal sealed record ErrorResponse(string Error);
