using Microsoft.Extensions.Logging.Abstractions;
using TelegramRest.Simulator.Storage;

namespace TelegramRest.Tests.Unit.Simulator.Storage;

public sealed class SqliteStateStoreTests : IDisposable
{
    private readonly string _directory = Directory.CreateTempSubdirectory("simulator-test-").FullName;

    [Fact]
    public async Task Flushed_rows_are_there_without_a_goodbye()
    {
        // What a kill leaves: the first store is never closed before the second reads.
        await using var killed = Open();
        killed.Put("t", "b", new byte[] { 1 });
        killed.Put("t", "a", new byte[] { 2 });
        killed.Put("t", "b", new byte[] { 3 });
        killed.Put("t", "c", new byte[] { 4 });
        killed.Delete("t", "c");
        await killed.FlushAsync();

        await using var next = Open();
        Assert.Equal([("a", 2), ("b", 3)], next.Scan("t").Select(row => (row.Key, (int)row.Value[0])));
        Assert.Empty(next.Scan("other"));
    }

    [Fact]
    public async Task Scan_sees_what_was_put_just_before()
    {
        await using var store = Open();
        store.Put("t", "a", new byte[] { 1 });

        Assert.Single(store.Scan("t"));
    }

    [Fact]
    public async Task Many_writers_share_commits_and_all_are_kept()
    {
        await using var store = Open();

        await Task.WhenAll(Enumerable.Range(0, 8).Select(writer => Task.Run(async () =>
        {
            for (var index = 0; index < 200; index++)
            {
                store.Put("t", $"{writer}/{index}", new byte[] { 1 });
                if (index % 20 == 0)
                    await store.FlushAsync();
            }
        })));

        Assert.Equal(1600, store.Scan("t").Count());
    }

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    private SqliteStateStore Open() => new(Path.Combine(_directory, "state.db"), NullLogger.Instance);
}
