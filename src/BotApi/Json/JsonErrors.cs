namespace TelegramRest.BotApi.Json;

/// <summary>The texts for a JSON parameter that is not what it should be.</summary>
/// <param name="Json">It is no JSON.</param>
/// <param name="Type">It is JSON of another kind; null when the reader of the type has a text of its own.</param>
internal sealed record JsonErrors(string Json, string? Type)
{
    /// <summary>Such a parameter counts as missing.</summary>
    public bool Ignore { get; init; }

    /// <summary>A single broken item makes the whole array count as missing.</summary>
    public bool IgnoreItems { get; init; }

    public int MaxItems { get; init; } = int.MaxValue;

    public string TooMany { get; init; } = "";
}
