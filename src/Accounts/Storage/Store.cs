using System.Collections.Concurrent;
using System.Threading.Channels;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;

namespace TelegramRest.Accounts.Storage;

/// <summary>
/// State in one SQLite file. Writes queue up for one writer that commits what has gathered as one transaction;
/// reads use pooled connections beside it. A write is on its way to the disk's cache when its task completes: a killed process loses nothing.
/// </summary>
/// <remarks>https://www.sqlite.org/wal.html</remarks>
internal sealed class Store : IAsyncDisposable
{
    private const int MaxBatch = 512;

    private readonly string path;
    private readonly ILogger logger;
    private readonly SqlSession writer;
    private readonly ConcurrentBag<SqlSession> readers = [];
    private readonly Channel<PendingWrite> writes = Channel.CreateUnbounded<PendingWrite>(new UnboundedChannelOptions { SingleReader = true });
    private readonly Task writing;

    private Store(string path, bool durable, Action<SqlSession> create, ILogger logger)
    {
        this.path = path;
        this.logger = logger;
        writer = Connect();
        writer.Execute("PRAGMA journal_mode = WAL");
        writer.Execute(durable ? "PRAGMA synchronous = FULL" : "PRAGMA synchronous = NORMAL");
        writer.Begin();
        create(writer);
        writer.Commit();
        writing = Task.Run(WriteLoopAsync);
    }

    /// <summary>The process's state, <c>accounts.db</c>.</summary>
    public static Store Open(string directory, bool durable, ILogger logger) => Open(directory, "accounts.db", durable, StoreSchema.Create, logger);

    /// <param name="durable">Each commit waits for the disk itself, so that a power cut loses nothing either.</param>
    /// <param name="create">Makes the tables that are not there yet.</param>
    public static Store Open(string directory, string fileName, bool durable, Action<SqlSession> create, ILogger logger)
    {
        var path = Path.Combine(directory, fileName);
        if (!OperatingSystem.IsWindows() && !File.Exists(path))
        {
            // The journal files take over this mode.
            File.Create(path).Dispose();
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }

        return new Store(path, durable, create, logger);
    }

    /// <summary>Runs <paramref name="work"/> inside the next transaction; the task completes when that is committed.</summary>
    public Task WriteAsync(Action<SqlSession> work)
    {
        var write = new PendingWrite(work);
        return writes.Writer.TryWrite(write) ? write.Task : Task.FromException(new ObjectDisposedException(nameof(Store)));
    }

    /// <summary>Completes when everything asked for before has been committed.</summary>
    public Task FlushAsync() => WriteAsync(static _ => { });

    /// <summary>Sees what has been committed.</summary>
    public T Read<T>(Func<SqlSession, T> work)
    {
        if (!readers.TryTake(out var session))
        {
            session = Connect();
        }

        try
        {
            return work(session);
        }
        finally
        {
            readers.Add(session);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (!writes.Writer.TryComplete())
        {
            return;
        }

        await writing;
        writer.Dispose();
        while (readers.TryTake(out var session))
        {
            session.Dispose();
        }
    }

    private SqlSession Connect()
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString());
        connection.Open();
        return new SqlSession(connection);
    }

    private async Task WriteLoopAsync()
    {
        var batch = new List<PendingWrite>();
        while (await writes.Reader.WaitToReadAsync())
        {
            while (batch.Count < MaxBatch && writes.Reader.TryRead(out var write))
            {
                batch.Add(write);
            }

            if (!TryCommit(batch) && batch.Count > 1)
            {
                // One bad write must not take its neighbours with it.
                foreach (var write in batch)
                {
                    TryCommit([write]);
                }
            }

            batch.Clear();
        }
    }

    private bool TryCommit(List<PendingWrite> batch)
    {
        var begun = false;
        try
        {
            writer.Begin();
            begun = true;
            foreach (var write in batch)
            {
                write.Work(writer);
            }

            writer.Commit();
            begun = false;
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            if (begun)
            {
                TryRollback();
            }

            if (batch.Count == 1)
            {
                Log.StoreWriteFailed(logger, exception);
                batch[0].Fail(exception);
            }

            return false;
        }

        foreach (var write in batch)
        {
            write.Complete();
        }

        return true;
    }

    private void TryRollback()
    {
        try
        {
            writer.Rollback();
        }
        catch (SqliteException exception)
        {
            // SQLite has already rolled back by itself (disk full, I/O error).
            Log.StoreWriteFailed(logger, exception);
        }
    }
}
