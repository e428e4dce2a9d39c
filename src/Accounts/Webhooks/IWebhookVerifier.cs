namespace TelegramRest.Accounts.Webhooks;

/// <summary>Says whether a webhook may be set: scheme, port, address ranges, name resolution, certificate. The delivery side implements it.</summary>
public interface IWebhookVerifier
{
    /// <returns>The IP address that will be connected to.</returns>
    /// <exception cref="BotApi.BotApiException">400, <c>invalid webhook URL specified</c> or <c>bad webhook: …</c>.</exception>
    Task<string> VerifyAsync(WebhookSettings settings, CancellationToken cancellationToken);
}
