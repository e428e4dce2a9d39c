namespace TelegramRest.Simulator.Control;

internal sealed record OkResponse(bool Ok);
