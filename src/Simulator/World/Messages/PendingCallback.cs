namespace TelegramRest.Simulator.World.Messages;

/// <summary>A pressed button whose bot has not answered.</summary>
internal sealed record PendingCallback(long Id, long BotId, long MessageUid)
{
    public TaskCompletionSource<Tl.Messages.BotCallbackAnswer> Answer { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
}
