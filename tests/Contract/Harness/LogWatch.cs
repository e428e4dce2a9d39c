using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace TelegramRest.Tests.Contract.Harness;

/// <summary>Keeps what was logged: errors that no test expected fail it, and no line may hold a secret.</summary>
public sealed class LogWatch : ILoggerProvider
{
    private readonly ConcurrentQueue<string> _errors = new();
    private readonly ConcurrentQueue<string> _lines = new();

    public IReadOnlyCollection<string> Lines => _lines;

    /// <summary>The errors since the last call.</summary>
    public IReadOnlyList<string> TakeErrors()
    {
        var errors = new List<string>();
        while (_errors.TryDequeue(out var error))
            errors.Add(error);
        return errors;
    }

    public void AddError(string error) => _errors.Enqueue(error);

    public ILogger CreateLogger(string categoryName) => new Category(this, categoryName);

    public void Dispose()
    {
    }

    private sealed class Category(LogWatch watch, string name) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            var line = $"{logLevel} {name} {formatter(state, exception)} {exception}";
            watch._lines.Enqueue(line);
            if (logLevel >= LogLevel.Error)
                watch._errors.Enqueue(line);
        }
    }
}
