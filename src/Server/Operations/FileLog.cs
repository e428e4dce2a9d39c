using System.Globalization;
using System.Text;

namespace TelegramRest.Server.Operations;

/// <summary>Writes log lines to one file and starts it anew, keeping the last one as <c>.old</c>, when it has reached its size.</summary>
/// <param name="path">The file.</param>
/// <param name="maxBytes">Its size limit.</param>
/// <param name="time">Stamps the lines, in UTC.</param>
internal sealed class FileLog(string path, long maxBytes, TimeProvider time) : ILoggerProvider
{
    private readonly Lock _lock = new();
    private StreamWriter _writer = Open(path);

    public ILogger CreateLogger(string categoryName) => new Category(this, categoryName);

    /// <summary>Opens the file of that name anew, after it was moved away.</summary>
    public void Reopen()
    {
        lock (_lock)
        {
            _writer.Dispose();
            _writer = Open(path);
        }
    }

    public void Dispose()
    {
        lock (_lock)
            _writer.Dispose();
    }

    private static StreamWriter Open(string path)
    {
        try
        {
            return new StreamWriter(new FileStream(path, FileMode.Append, FileAccess.Write, FileShare.ReadWrite), new UTF8Encoding(false)) { AutoFlush = true };
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"Can't open the log file \"{path}\"");
        }
    }

    private void Write(string line)
    {
        lock (_lock)
        {
            if (_writer.BaseStream.CanSeek && _writer.BaseStream.Length >= maxBytes)
            {
                _writer.Dispose();
                File.Move(path, $"{path}.old", overwrite: true);
                _writer = Open(path);
            }

            _writer.WriteLine(line);
        }
    }

    private sealed class Category(FileLog log, string name) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel != LogLevel.None;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            log.Write(string.Create(CultureInfo.InvariantCulture, $"{log.Now:yyyy-MM-ddTHH:mm:ss.fffZ} {logLevel} {name} [{eventId.Id}] {formatter(state, exception)}{(exception is null ? "" : Environment.NewLine + exception)}"));
    }

    private DateTimeOffset Now => time.GetUtcNow();
}
