using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using TelegramRest.Accounts.Queue;
using TelegramRest.Accounts.Storage;

namespace TelegramRest.Tests.Unit.Accounts.Queue;

/// <summary>A queue over a real store, with a clock that the test turns.</summary>
internal sealed class QueueFixture : IAsyncDisposable
{
    private readonly TemporaryDirectory directory = new();

    public QueueFixture()
    {
        Store = Store.Open(directory.Path, durable: false, NullLogger.Instance);
        Allowed = new AllowedUpdates(AllowedUpdates.Default, mask => SavedMask = mask);
        Queue = Open();
        Polling = new UpdatePolling(Queue, Allowed, Time);
    }

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));

    public Store Store { get; }

    public AllowedUpdates Allowed { get; }

    public long? SavedMask { get; private set; }

    public UpdateQueue Queue { get; }

    public UpdatePolling Polling { get; }

    /// <summary>The queue as a new process finds it.</summary>
    public UpdateQueue Open() => new(7, Store, Time);

    public async Task<int> AddAsync(int count, string text = "x", int lifetime = 86_400, UpdateQueue? queue = null)
    {
        var target = queue ?? Queue;
        var expiresAt = Time.GetUtcNow().ToUnixTimeSeconds() + lifetime;
        var pending = Enumerable.Range(0, count)
            .Select(n => new PendingUpdate(expiresAt, 1, Encoding.UTF8.GetBytes($"{{\"update_id\":0,\"message\":{{\"text\":\"{text}{n}\"}}}}")))
            .ToList();
        var queued = target.Prepare(pending);
        await Store.WriteAsync(session => target.Write(session, queued));
        target.Publish(queued);
        return queued.Count == 0 ? 0 : queued[0].Id;
    }

    public async Task<List<int>> GetAsync(int offset = 0, int limit = 100, int timeout = 0, UpdateQueue? queue = null)
    {
        // Far enough from the last call for nothing to be slowed down.
        Time.Advance(TimeSpan.FromSeconds(4));
        return Ids(await (queue is null ? Polling : new UpdatePolling(queue, Allowed, Time)).GetAsync(offset, limit, timeout, null, CancellationToken.None));
    }

    public static List<int> Ids(IEnumerable<ReadOnlyMemory<byte>> updates) =>
        [.. updates.Select(json => JsonDocument.Parse(json).RootElement.GetProperty("update_id").GetInt32())];

    public async ValueTask DisposeAsync()
    {
        await Store.DisposeAsync();
        directory.Dispose();
    }
}
