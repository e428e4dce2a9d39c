using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;

namespace TelegramRest.Simulator.Storage;

/// <summary>
/// One SQLite file in WAL mode with one writer. Rows that arrive while a commit runs share the next commit; with <c>synchronous=NORMAL</c>
/// a committed row survives a kill of the process (https://www.sqlite.org/wal.html).
/// </summary>
internal sealed class SqliteStateStore : IStateStore
{
    private readonly Lock _gate = new();
    private readonly SemaphoreSlim _wake = new(0);
    private readonly SqliteConnection _connection;
    private readonly string _connectionString;
    private readonly ILogger _log;
    private readonly Task _writer;
    private Batch _open = new();
    private Batch? _inFlight;
    private bool _closed;

    /// <param name="path">The database file; created when missing.</param>
    public SqliteStateStore(string path, ILogger log)
    {
        _log = log;
        _connectionString = new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString();
        _connection = new SqliteConnection(_connectionString);
        _connection.Open();
        Execute("PRAGMA journal_mode=WAL");
        Execute("PRAGMA synchronous=NORMAL");
        Execute("CREATE TABLE IF NOT EXISTS state (tbl TEXT NOT NULL, key TEXT NOT NULL, value BLOB NOT NULL, PRIMARY KEY (tbl, key)) WITHOUT ROWID");
        _writer = Task.Run(WriteAsync);
    }

    public void Put(string table, string key, ReadOnlyMemory<byte> value) => Add(new Row(table, key, value.ToArray()));

    public void Delete(string table, string key) => Add(new Row(table, key, null));

    public IEnumerable<(string Key, byte[] Value)> Scan(string table)
    {
        // A second connection reads: the writer's own may be inside a transaction.
        FlushAsync().AsTask().GetAwaiter().GetResult();
        using var connection = new SqliteConnection(_connectionString);
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT key, value FROM state WHERE tbl = $tbl ORDER BY key";
        command.Parameters.AddWithValue("$tbl", table);
        using var reader = command.ExecuteReader();
        while (reader.Read())
            yield return (reader.GetString(0), (byte[])reader.GetValue(1));
    }

    public ValueTask FlushAsync(CancellationToken cancellationToken = default)
    {
        Task? pending;
        lock (_gate)
            pending = _open.Rows.Count > 0 ? _open.Done.Task : _inFlight?.Done.Task;
        return pending is null ? ValueTask.CompletedTask : new ValueTask(pending.WaitAsync(cancellationToken));
    }

    public async ValueTask DisposeAsync()
    {
        lock (_gate)
        {
            if (_closed)
                return;
            _closed = true;
        }

        _wake.Release();
        await _writer;
        await _connection.DisposeAsync();
        _wake.Dispose();
    }

    private void Add(Row row)
    {
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_closed, this);
            _open.Rows.Add(row);
            if (_open.Rows.Count > 1)
                return;
        }

        _wake.Release();
    }

    private async Task WriteAsync()
    {
        while (true)
        {
            await _wake.WaitAsync();
            Batch batch;
            lock (_gate)
            {
                if (_open.Rows.Count == 0)
                {
                    if (_closed)
                        return;
                    continue;
                }

                batch = _open;
                _open = new Batch();
                _inFlight = batch;
            }

            try
            {
                Commit(batch);
                batch.Done.SetResult();
            }
            catch (SqliteException exception)
            {
                // Whoever waits for these rows must not answer as if they were kept.
                Log.CommitFailed(_log, exception);
                batch.Done.SetException(exception);
            }

            lock (_gate)
            {
                _inFlight = null;
                if (_closed && _open.Rows.Count == 0)
                    return;
            }
        }
    }

    private void Commit(Batch batch)
    {
        using var transaction = _connection.BeginTransaction();
        using var put = _connection.CreateCommand();
        put.Transaction = transaction;
        put.CommandText = "INSERT INTO state (tbl, key, value) VALUES ($tbl, $key, $value) ON CONFLICT (tbl, key) DO UPDATE SET value = excluded.value";
        var (putTable, putKey, putValue) = (put.Parameters.Add("$tbl", SqliteType.Text), put.Parameters.Add("$key", SqliteType.Text), put.Parameters.Add("$value", SqliteType.Blob));
        using var delete = _connection.CreateCommand();
        delete.Transaction = transaction;
        delete.CommandText = "DELETE FROM state WHERE tbl = $tbl AND key = $key";
        var (deleteTable, deleteKey) = (delete.Parameters.Add("$tbl", SqliteType.Text), delete.Parameters.Add("$key", SqliteType.Text));

        foreach (var row in batch.Rows)
        {
            if (row.Value is null)
            {
                deleteTable.Value = row.Table;
                deleteKey.Value = row.Key;
                delete.ExecuteNonQuery();
            }
            else
            {
                putTable.Value = row.Table;
                putKey.Value = row.Key;
                putValue.Value = row.Value;
                put.ExecuteNonQuery();
            }
        }

        transaction.Commit();
    }

    private void Execute(string sql)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private sealed record Row(string Table, string Key, byte[]? Value);

    private sealed class Batch
    {
        public List<Row> Rows { get; } = [];

        public TaskCompletionSource Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
