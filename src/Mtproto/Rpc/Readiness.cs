namespace TelegramRest.Mtproto.Rpc;

/// <summary>Those who wait for a session's first connection, and since when. Guarded by the session's lock.</summary>
internal sealed class Readiness
{
    private TaskCompletionSource? waiters;
    private TimeSpan since;

    public bool AnyWaiting => waiters is not null;

    public Task Wait(TimeSpan now)
    {
        if (waiters is null)
        {
            waiters = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            since = now;
        }

        return waiters.Task;
    }

    public void Succeed()
    {
        waiters?.TrySetResult();
        waiters = null;
    }

    /// <summary>Fails those who have been waiting since before a moment.</summary>
    public void FailBefore(TimeSpan moment, string message, Exception? reason)
    {
        if (waiters is null || since >= moment)
            return;
        waiters.TrySetException(new RpcTransportException(message, innerException: reason));

        // Whoever waited may have left.
        _ = waiters.Task.Exception;
        waiters = null;
    }
}
