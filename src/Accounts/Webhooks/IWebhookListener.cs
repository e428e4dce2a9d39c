namespace TelegramRest.Accounts.Webhooks;

/// <summary>The delivery side. Calls come from update threads: note the news and return.</summary>
public interface IWebhookListener
{
    /// <summary>A webhook was set or restored.</summary>
    void OnSet(WebhookTarget target);

    /// <summary>A webhook was removed; nothing more may be delivered for it.</summary>
    void OnRemoved(long queueId);

    /// <summary>An update was queued for an account with a webhook.</summary>
    void OnUpdate(long queueId);
}
