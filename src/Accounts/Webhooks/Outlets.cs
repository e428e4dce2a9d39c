using System.Collections.Concurrent;
using TelegramRest.Accounts.Queue;
using TelegramRest.Accounts.Storage;

namespace TelegramRest.Accounts.Webhooks;

/// <summary>The outlets of a process, made when first asked for.</summary>
internal sealed class Outlets(WebhookContext context) : IWebhookSource
{
    private readonly ConcurrentDictionary<long, Lazy<Outlet>> outlets = [];
    private volatile IWebhookListener? listener;

    public Outlet Get(long queueId) => outlets.GetOrAdd(queueId, id => new Lazy<Outlet>(() => Create(id))).Value;

    /// <summary>Forgets the outlet of a closed account, unless a webhook still drains it.</summary>
    public void Release(long queueId)
    {
        if (outlets.TryGetValue(queueId, out var outlet) && outlet.Value.Webhook.Settings is null)
        {
            outlets.TryRemove(queueId, out _);
        }
    }

    public async ValueTask AttachAsync(IWebhookListener listener, CancellationToken cancellationToken)
    {
        this.listener = listener;
        var rows = await Task.Run(() => context.Store.Read(WebhookTable.List), cancellationToken);
        foreach (var row in rows.Where(row => !context.Serves(row.QueueId)))
        {
            await context.Store.WriteAsync(session => WebhookTable.Delete(session, row.QueueId));
        }

        var stored = rows.Where(row => context.Serves(row.QueueId)).Select(row => Get(row.QueueId)).ToList();
        stored.ForEach(outlet => outlet.Webhook.Announce());
        _ = context.OpenAccountsAsync(stored.ConvertAll(outlet => outlet.QueueId));
    }

    public IReadOnlyList<QueuedUpdate> Peek(long queueId, int afterId, int limit) => Get(queueId).Queue.Read(afterId == int.MaxValue ? afterId : afterId + 1, limit);

    public ValueTask ConfirmAsync(long queueId, int updateId) => new(Get(queueId).Queue.ConfirmOneAsync(updateId));

    public ValueTask RecordErrorAsync(long queueId, string message) => new(Get(queueId).Webhook.RecordErrorAsync(message));

    public ValueTask RemoveAsync(long queueId) => new(Get(queueId).Webhook.RemoveAsync());

    /// <summary>Removes what has expired from every queue in memory.</summary>
    public void Purge()
    {
        foreach (var outlet in outlets.Values.Where(outlet => outlet.IsValueCreated))
        {
            outlet.Value.Queue.PurgeExpired();
        }
    }

    private Outlet Create(long queueId)
    {
        var store = context.Store;
        var stored = store.Read(session => AccountTable.Find(session, queueId))?.AllowedUpdates ?? AllowedUpdates.Default;
        var allowed = new AllowedUpdates(stored, mask => _ = store.WriteAsync(session => AccountTable.PutAllowedUpdates(session, queueId, mask)));
        var queue = new UpdateQueue(queueId, store, context.Time);
        var polling = new UpdatePolling(queue, allowed, context.Time);
        var webhook = new Webhook(context, queueId, queue, polling, allowed, () => listener);
        queue.Published += () =>
        {
            if (webhook.Settings is not null)
            {
                listener?.OnUpdate(queueId);
            }
        };
        if (store.Read(session => WebhookTable.Find(session, queueId)) is { } row)
        {
            webhook.Restore(row);
        }

        return new Outlet(queueId, queue, polling, allowed, webhook);
    }
}
