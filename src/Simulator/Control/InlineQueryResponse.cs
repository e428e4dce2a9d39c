namespace TelegramRest.Simulator.Control;

/// <summary>The bot's answer. <paramref name="QueryId"/> is a number as text, for choosing; <paramref name="SwitchText"/> the label of the button above the results.</summary>
internal sealed record InlineQueryResponse(string QueryId, InlineResultView[] Results, string? NextOffset, int CacheTime, bool Gallery, string? SwitchText, string? SwitchParameter);
