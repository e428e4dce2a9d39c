namespace TelegramRest.Simulator.Control;

/// <summary>Something new on a person's profile; the fields are those of media in messages.</summary>
internal sealed record ProfileMediaRequest(long From, string? Content = null, string? Title = null, string? Performer = null, int? Duration = null);
