using TelegramRest.Accounts.Webhooks;

namespace TelegramRest.Server.Webhooks;

/// <summary>Looks at a webhook before it is accepted. Nothing is sent: whether the host answers shows only in deliveries, as at the official server.</summary>
internal sealed class WebhookVerifier(WebhookPolicy policy, WebhookResolver resolver) : IWebhookVerifier
{
    public async Task<string> VerifyAsync(WebhookSettings settings, CancellationToken cancellationToken)
    {
        var url = WebhookUrl.Parse(settings.Url);
        policy.CheckUrl(url.Target);
        var address = await resolver.ResolveAsync(url, settings, cancellationToken);
        WebhookTrust.Check(settings);
        return address.ToString();
    }
}
