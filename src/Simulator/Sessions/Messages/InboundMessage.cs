namespace TelegramRest.Simulator.Sessions.Messages;

/// <summary>A client's message that was taken in, and what became of it.</summary>
internal sealed class InboundMessage(long id)
{
    private TaskCompletionSource<bool>? _completion;
    private bool? _succeeded;

    public long Id { get; } = id;

    public bool IsRequest { get; set; }

    /// <summary>The client no longer wants the answer.</summary>
    public bool IsDropped { get; set; }

    public bool IsFinished => _succeeded is not null;

    /// <summary>The answer while the client has not acknowledged it.</summary>
    public OutgoingMessage? Answer { get; set; }

    /// <summary>Says that the request has ended, well or with an error.</summary>
    public void Finish(bool succeeded)
    {
        TaskCompletionSource<bool>? waiting;
        lock (this)
        {
            _succeeded = succeeded;
            waiting = _completion;
        }
        waiting?.TrySetResult(succeeded);
    }

    /// <summary>True when the request has succeeded; for requests that must run after it.</summary>
    public Task<bool> CompletionAsync()
    {
        lock (this)
        {
            if (_succeeded is { } succeeded)
                return Task.FromResult(succeeded);
            _completion ??= new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
            return _completion.Task;
        }
    }
}
