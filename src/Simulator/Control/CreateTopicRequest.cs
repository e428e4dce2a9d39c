namespace TelegramRest.Simulator.Control;

/// <summary>A person opens a topic in a forum.</summary>
internal sealed record CreateTopicRequest(long From, string Title, int? IconColor = null);
