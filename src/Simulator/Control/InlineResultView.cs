namespace TelegramRest.Simulator.Control;

/// <summary>One inline result as the list shows it.</summary>
internal sealed record InlineResultView(string Id, string Type, string? Title, string? Description);
