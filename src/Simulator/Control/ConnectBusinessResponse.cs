namespace TelegramRest.Simulator.Control;

internal sealed record ConnectBusinessResponse(string ConnectionId);
