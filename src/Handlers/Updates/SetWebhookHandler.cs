using TelegramRest.Accounts;
using TelegramRest.Accounts.Webhooks;
using TelegramRest.BotApi;

namespace TelegramRest.Handlers.Updates;

/// <summary>Success says that the address may be used, not that anybody answers there; getWebhookInfo tells that.</summary>
internal sealed class SetWebhookHandler(IAccount account) : IHandler<SetWebhookRequest, Described<bool>>
{
    public async Task<Described<bool>> HandleAsync(SetWebhookRequest request, CancellationToken cancellationToken)
    {
        var description = await account.Webhook.SetAsync(
            new WebhookRequest
            {
                Url = request.Url ?? "",
                Certificate = request.Certificate,
                IpAddress = request.IpAddress,
                MaxConnections = request.MaxConnections,
                AllowedUpdates = request.AllowedUpdates,
                DropPendingUpdates = request.DropPendingUpdates ?? false,
                SecretToken = request.SecretToken,
            },
            cancellationToken);
        return new Described<bool>(true, description);
    }
}
