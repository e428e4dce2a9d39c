namespace TelegramRest.Accounts.Queue;

/// <summary>A getUpdates call that found nothing and waits.</summary>
internal sealed class PollWaiter
{
    private readonly TaskCompletionSource<string?> signal = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Ends with null when there may be updates, or with the text of the conflict that threw the call out.</summary>
    public Task<string?> Signal => signal.Task;

    public void Wake() => signal.TrySetResult(null);

    public void Evict(string conflict) => signal.TrySetResult(conflict);
}
