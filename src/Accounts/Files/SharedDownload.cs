using System.Diagnostics.CodeAnalysis;
using Microsoft.Win32.SafeHandles;

namespace TelegramRest.Accounts.Files;

/// <summary>
/// One file on its way into the cache, for as many readers as want it: it is fetched once, from its beginning, and each reader follows at a speed of its own.
/// When the last reader has gone before the end, the transfer stops and nothing of it is kept.
/// </summary>
[SuppressMessage("Design", "CA1001", Justification = "Readers share it; the transfer's end and the last reader's leaving dispose what it holds.")]
internal sealed class SharedDownload
{
    private readonly Lock gate = new();
    private readonly RemoteFile file;
    private readonly FileCache cache;
    private readonly string path;
    private readonly long size;
    private readonly string partial;
    private readonly SafeFileHandle handle;
    private readonly CancellationTokenSource stop = new();
    private TaskCompletionSource progress = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long written;
    private int readers = 1;
    private bool ended;

    /// <summary>Begins at once, with one reader.</summary>
    /// <param name="path">Where the cache shall keep it.</param>
    public SharedDownload(RemoteFile file, FileCache cache, string path, long size)
    {
        (this.file, this.cache, this.path, this.size) = (file, cache, path, size);
        partial = cache.Reserve(size);
        try
        {
            handle = File.OpenHandle(partial, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.Read | FileShare.Delete, FileOptions.Asynchronous);
        }
        catch
        {
            cache.Release(partial, size);
            throw;
        }

        Completion = Task.Run(FillAsync, CancellationToken.None);

        // A failure that no reader stayed for is nobody's.
        Completion.ContinueWith(static task => task.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted | TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
    }

    /// <summary>Ends when the file is in the cache, or fails as the transfer did.</summary>
    public Task Completion { get; }

    /// <summary>Bytes that are here.</summary>
    public long Written => Interlocked.Read(ref written);

    /// <summary>One reader more; false when it is too late for that.</summary>
    public bool TryJoin()
    {
        lock (gate)
        {
            if (readers == 0)
            {
                return false;
            }

            readers++;
            return true;
        }
    }

    /// <summary>One reader less.</summary>
    public void Leave()
    {
        lock (gate)
        {
            if (--readers > 0)
            {
                return;
            }

            if (ended)
            {
                handle.Dispose();
            }
            else if (Written < size)
            {
                stop.Cancel();
            }
        }
    }

    /// <summary>Reads at <paramref name="position"/>, waiting until there is something.</summary>
    /// <returns>How many bytes; 0 at the file's end.</returns>
    public async ValueTask<int> ReadAsync(Memory<byte> buffer, long position, CancellationToken cancellationToken)
    {
        if (position >= size)
        {
            return 0;
        }

        for (var moved = Progress(); Written <= position; moved = Progress())
        {
            // Between taking the signal and looking, more may have come.
            if (Completion.IsCompleted && Written <= position)
            {
                await Completion;
                throw FileErrors.Unavailable();
            }

            await Task.WhenAny(moved, Completion).WaitAsync(cancellationToken);
        }

        var count = (int)Math.Min(buffer.Length, Written - position);
        return await RandomAccess.ReadAsync(handle, buffer[..count], position, cancellationToken);
    }

    private Task Progress()
    {
        lock (gate)
        {
            return progress.Task;
        }
    }

    private async Task FillAsync()
    {
        var isKept = false;
        try
        {
            await foreach (var piece in file.ReadAsync(0, size, stop.Token))
            {
                await RandomAccess.WriteAsync(handle, piece, written, stop.Token);
                Advance(piece.Length);
            }

            if (Written != size)
            {
                throw FileErrors.Unavailable();
            }

            cache.Keep(partial, path, size);
            isKept = true;
        }
        finally
        {
            if (!isKept)
            {
                cache.Release(partial, size);
            }

            End();
        }
    }

    private void Advance(int count)
    {
        TaskCompletionSource moved;
        lock (gate)
        {
            written += count;
            moved = progress;
            progress = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        moved.SetResult();
    }

    private void End()
    {
        lock (gate)
        {
            ended = true;
            stop.Dispose();
            if (readers == 0)
            {
                handle.Dispose();
            }
        }
    }
}
