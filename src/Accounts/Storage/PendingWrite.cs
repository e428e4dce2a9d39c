namespace TelegramRest.Accounts.Storage;

/// <summary>A write that waits for its transaction.</summary>
internal sealed class PendingWrite(Action<SqlSession> work)
{
    private readonly TaskCompletionSource completion = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Action<SqlSession> Work => work;

    public Task Task => completion.Task;

    public void Complete() => completion.TrySetResult();

    public void Fail(Exception exception) => completion.TrySetException(exception);
}
