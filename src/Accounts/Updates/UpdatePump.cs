using Microsoft.Extensions.Logging;

namespace TelegramRest.Accounts.Updates;

/// <summary>
/// Runs one account's update work, one piece after another. Idle, it is an empty list: no task, no timer. When a piece fails, the stored
/// state is taken up again and the difference is fetched, with growing pauses while that fails too.
/// </summary>
internal sealed class UpdatePump(UpdateSequencer sequencer, Func<SequencePositions> stored, TimeProvider time, ILogger logger, long accountId) : IAsyncDisposable
{
    /// <summary>How long a gap may stay open: updates that overtook each other meet within this time.</summary>
    private static readonly TimeSpan GapPatience = TimeSpan.FromSeconds(0.5);

    private static readonly TimeSpan MaxPause = TimeSpan.FromMinutes(1);

    private readonly Lock gate = new();
    private readonly Queue<(Func<CancellationToken, Task> Work, TaskCompletionSource? Done)> work = [];
    private readonly CancellationTokenSource closing = new();
    private Task running = Task.CompletedTask;
    private ITimer? timer;
    private int failures;

    /// <summary>Queues work and does not wait for it.</summary>
    public void Post(Func<UpdateSequencer, CancellationToken, Task> piece) => Add(piece, null);

    /// <summary>Queues work; the task completes, never fails, when it has been done.</summary>
    public Task RunAsync(Func<UpdateSequencer, CancellationToken, Task> piece)
    {
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Add(piece, done);
        return done.Task;
    }

    public async ValueTask DisposeAsync()
    {
        if (closing.IsCancellationRequested)
        {
            return;
        }

        await closing.CancelAsync();
        Task last;
        lock (gate)
        {
            timer?.Dispose();
            timer = null;
            last = running;
        }

        await last;
        closing.Dispose();
    }

    private void Add(Func<UpdateSequencer, CancellationToken, Task> piece, TaskCompletionSource? done)
    {
        lock (gate)
        {
            if (closing.IsCancellationRequested)
            {
                done?.TrySetResult();
                return;
            }

            work.Enqueue((cancellationToken => piece(sequencer, cancellationToken), done));
            if (running.IsCompleted)
            {
                running = Task.Run(DrainAsync);
            }
        }
    }

    private async Task DrainAsync()
    {
        while (true)
        {
            Func<CancellationToken, Task> piece;
            TaskCompletionSource? done;
            lock (gate)
            {
                if (!work.TryDequeue(out var next))
                {
                    Arm();
                    running = Task.CompletedTask;
                    return;
                }

                (piece, done) = next;
            }

            try
            {
                await piece(closing.Token);
                failures = 0;
            }
            catch (Exception) when (closing.IsCancellationRequested)
            {
                // Closing; the next start takes up the stored state.
            }
            catch (Exception exception) when (exception is not OutOfMemoryException)
            {
                Log.UpdatesFailed(logger, exception, accountId);
                failures++;
                sequencer.Reset(stored());
            }

            done?.TrySetResult();
        }
    }

    /// <summary>Sets the alarm that closes a gap or repeats what failed. Called with the gate held.</summary>
    private void Arm()
    {
        if (closing.IsCancellationRequested || timer is not null)
        {
            return;
        }

        if (failures > 0)
        {
            var pause = TimeSpan.FromSeconds(Math.Min(MaxPause.TotalSeconds, Math.Pow(2, failures - 1)));
            timer = time.CreateTimer(_ => Fire(static (sequencer, cancellationToken) => sequencer.RecoverAsync(cancellationToken)), null, pause, Timeout.InfiniteTimeSpan);
        }
        else if (sequencer.HasGap)
        {
            timer = time.CreateTimer(_ => Fire(static (sequencer, cancellationToken) => sequencer.CloseGapsAsync(cancellationToken)), null, GapPatience, Timeout.InfiniteTimeSpan);
        }
    }

    private void Fire(Func<UpdateSequencer, CancellationToken, Task> piece)
    {
        lock (gate)
        {
            timer?.Dispose();
            timer = null;
        }

        Post(piece);
    }
}
