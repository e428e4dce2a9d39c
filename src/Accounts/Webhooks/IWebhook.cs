using TelegramRest.BotApi;

namespace TelegramRest.Accounts.Webhooks;

/// <summary>One account's webhook.</summary>
/// <remarks>https://core.telegram.org/bots/api#setwebhook</remarks>
public interface IWebhook
{
    /// <summary>setWebhook and, with an empty URL, deleteWebhook.</summary>
    /// <returns>The description that goes with <c>true</c>: <c>Webhook was set</c>, <c>Webhook is already set</c>, <c>Webhook was deleted</c>, <c>Webhook is already deleted</c>.</returns>
    Task<string> SetAsync(WebhookRequest request, CancellationToken cancellationToken);

    /// <summary>getWebhookInfo.</summary>
    WebhookInfo Info { get; }
}
