using System.Text;
using TelegramRest.Accounts;
using TelegramRest.Accounts.Queue;
using TelegramRest.Accounts.Webhooks;

namespace TelegramRest.Tests.Unit.Server.Webhooks;

/// <summary>Queues in memory, as the delivery side sees them.</summary>
internal sealed class StoredUpdates : IWebhookSource
{
    private readonly Lock _lock = new();
    private readonly List<QueuedUpdate> _updates = [];
    private readonly List<string> _errors = [];
    private IWebhookListener? _listener;
    private int _nextId = 100;

    public bool IsRemoved { get; private set; }

    public IReadOnlyList<string> Errors
    {
        get
        {
            lock (_lock)
                return [.. _errors];
        }
    }

    public int Pending
    {
        get
        {
            lock (_lock)
                return _updates.Count;
        }
    }

    public void Set(WebhookSettings settings) => _listener!.OnSet(new WebhookTarget(1, settings, _ => throw new NotSupportedException()));

    public int Add(long orderKey, DateTimeOffset expiresAt)
    {
        lock (_lock)
        {
            var id = _nextId++;
            _updates.Add(new QueuedUpdate(id, expiresAt.ToUnixTimeSeconds(), orderKey, Encoding.UTF8.GetBytes($"{{\"update_id\":{id}}}")));
            _listener?.OnUpdate(1);
            return id;
        }
    }

    public ValueTask AttachAsync(IWebhookListener listener, CancellationToken cancellationToken)
    {
        _listener = listener;
        return default;
    }

    public IReadOnlyList<QueuedUpdate> Peek(long queueId, int afterId, int limit)
    {
        lock (_lock)
            return [.. _updates.Where(update => update.Id > afterId).Take(limit)];
    }

    public ValueTask ConfirmAsync(long queueId, int updateId)
    {
        lock (_lock)
            _updates.RemoveAll(update => update.Id == updateId);
        return default;
    }

    public ValueTask RecordErrorAsync(long queueId, string message)
    {
        lock (_lock)
            _errors.Add(message);
        return default;
    }

    public ValueTask RemoveAsync(long queueId)
    {
        IsRemoved = true;
        _listener!.OnRemoved(queueId);
        return default;
    }
}
