namespace TelegramRest.Simulator.World.Inline;

/// <summary>What a bot answered. <see cref="ExpiresAt"/> (Unix seconds) ends its life as a cached answer; results can be sent as long as the query is remembered.</summary>
internal sealed record InlineAnswer(long QueryId, long BotId, string Text, IReadOnlyList<InlineResult> Results)
{
    public bool Gallery { get; init; }

    /// <summary>Only for the person who asked.</summary>
    public bool Private { get; init; }

    public string? NextOffset { get; init; }

    public Tl.InlineBotSwitchPM? SwitchPm { get; init; }

    public Tl.InlineBotWebView? SwitchWebview { get; init; }

    public int CacheTime { get; init; }

    public int ExpiresAt { get; init; }
}
