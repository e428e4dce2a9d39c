using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using TelegramRest.Server.Operations;
using Xunit;

namespace TelegramRest.Tests.Unit.Server.Operations;

public sealed class FileLogTests : IDisposable
{
    private static readonly Action<ILogger, string, Exception?> Write = LoggerMessage.Define<string>(LogLevel.Warning, new EventId(7), "{Text}");

    private readonly string _directory = Directory.CreateTempSubdirectory("telegram-rest-log-").FullName;
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2030, 1, 2, 3, 4, 5, 6, TimeSpan.Zero));

    private string LogFile => Path.Combine(_directory, "server.log");

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    [Fact]
    public void A_line_tells_when_how_grave_who_and_what()
    {
        using (var log = new FileLog(LogFile, 1_000_000, _time))
            Write(log.CreateLogger("Some.Where"), "it happened", null);

        Assert.Equal("2030-01-02T03:04:05.006Z Warning Some.Where [7] it happened\n", File.ReadAllText(LogFile));
    }

    [Fact]
    public void A_full_file_is_put_aside()
    {
        using var log = new FileLog(LogFile, 10, _time);
        Write(log.CreateLogger("A"), "first", null);
        Write(log.CreateLogger("A"), "second", null);

        Assert.Contains("first", Read($"{LogFile}.old"), StringComparison.Ordinal);
        Assert.Contains("second", Read(LogFile), StringComparison.Ordinal);
        Assert.DoesNotContain("first", Read(LogFile), StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_was_moved_away_is_made_anew()
    {
        using var log = new FileLog(LogFile, 1_000_000, _time);
        Write(log.CreateLogger("A"), "first", null);
        File.Move(LogFile, $"{LogFile}.moved");
        log.Reopen();
        Write(log.CreateLogger("A"), "second", null);

        Assert.DoesNotContain("first", Read(LogFile), StringComparison.Ordinal);
        Assert.Contains("second", Read(LogFile), StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_cannot_be_made_is_told() =>
        Assert.Throws<UsageException>(() => new FileLog(Path.Combine(_directory, "missing", "server.log"), 10, _time));

    private static string Read(string path)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
