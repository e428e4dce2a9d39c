namespace TelegramRest.Simulator.Control;

/// <summary>A person blocks somebody, a bot for instance, or no longer.</summary>
internal sealed record BlockRequest(long From, long User, bool Blocked = true);
