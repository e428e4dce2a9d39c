namespace TelegramRest.Accounts.Files.Content;

/// <summary>What a file says of itself; null where it says nothing.</summary>
/// <param name="Width">Pixels, as it is shown.</param>
/// <param name="Height">Pixels, as it is shown.</param>
/// <param name="Duration">Seconds.</param>
internal sealed record MediaFacts(int? Width = null, int? Height = null, double? Duration = null, string? Title = null, string? Performer = null)
{
    public static MediaFacts None { get; } = new();
}
