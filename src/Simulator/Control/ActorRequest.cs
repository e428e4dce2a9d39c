namespace TelegramRest.Simulator.Control;

/// <summary>Who does it; the chat's creator unless said otherwise.</summary>
internal sealed record ActorRequest(long? Actor = null);
