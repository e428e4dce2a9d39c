namespace TelegramRest.Simulator.World.Inline;

/// <summary>An inline query whose bot has not answered (https://core.telegram.org/api/bots/inline).</summary>
internal sealed record InlineQuery(long Id, long BotId, long UserId, string Text, string Offset)
{
    public TaskCompletionSource<InlineAnswer> Answer { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
}
