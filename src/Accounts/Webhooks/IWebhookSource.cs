using TelegramRest.Accounts.Queue;

namespace TelegramRest.Accounts.Webhooks;

/// <summary>The queues as webhook delivery drains them.</summary>
public interface IWebhookSource
{
    /// <summary>Registers the delivery side; every stored webhook is announced to it before the call returns.</summary>
    ValueTask AttachAsync(IWebhookListener listener, CancellationToken cancellationToken);

    /// <summary>Unexpired updates with an id above <paramref name="afterId"/>, oldest first. Nothing is confirmed.</summary>
    IReadOnlyList<QueuedUpdate> Peek(long queueId, int afterId, int limit);

    /// <summary>The update was delivered, or dropped for good.</summary>
    ValueTask ConfirmAsync(long queueId, int updateId);

    /// <summary>Keeps the last failure for getWebhookInfo.</summary>
    ValueTask RecordErrorAsync(long queueId, string message);

    /// <summary>Removes the webhook (410 answers for 23 hours).</summary>
    ValueTask RemoveAsync(long queueId);
}
