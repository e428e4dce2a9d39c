namespace TelegramRest.Simulator.Control;

/// <summary>The Bot API id of what was made.</summary>
internal sealed record IdResponse(long Id);
