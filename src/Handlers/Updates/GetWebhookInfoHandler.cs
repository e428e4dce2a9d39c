using TelegramRest.Accounts;
using TelegramRest.BotApi;

namespace TelegramRest.Handlers.Updates;

internal sealed class GetWebhookInfoHandler(IAccount account) : IHandler<GetWebhookInfoRequest, WebhookInfo>
{
    public Task<WebhookInfo> HandleAsync(GetWebhookInfoRequest request, CancellationToken cancellationToken) => Task.FromResult(account.Webhook.Info);
}
