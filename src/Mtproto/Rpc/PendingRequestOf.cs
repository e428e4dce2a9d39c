namespace TelegramRest.Mtproto.Rpc;

/// <summary>A request whose answer is a <typeparamref name="TResult"/>.</summary>
internal sealed class PendingRequest<TResult>(Tl.ITlMethod<TResult> method) : PendingRequest
{
    private readonly TaskCompletionSource<TResult> completion = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public override Tl.TlMethod Query => method.Method;

    public Task<TResult> Task => completion.Task;

    public override bool IsDone => completion.Task.IsCompleted;

    public override void Complete(ref Tl.TlReader reader) => completion.TrySetResult(method.ReadResult(ref reader));

    public override void Fail(Exception exception) => completion.TrySetException(exception);

    public override void Cancel(CancellationToken cancellationToken) => completion.TrySetCanceled(cancellationToken);
}
