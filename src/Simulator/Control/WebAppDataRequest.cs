namespace TelegramRest.Simulator.Control;

/// <summary>A web app that was opened by a keyboard button sends data to its bot.</summary>
internal sealed record WebAppDataRequest(long From, long Bot, string ButtonText, string Data);
