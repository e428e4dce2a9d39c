using TelegramRest.Accounts;
using TelegramRest.Accounts.Webhooks;
using TelegramRest.BotApi;

namespace TelegramRest.Handlers.Updates;

/// <summary>The same change as setWebhook with an empty URL.</summary>
internal sealed class DeleteWebhookHandler(IAccount account) : IHandler<DeleteWebhookRequest, Described<bool>>
{
    public async Task<Described<bool>> HandleAsync(DeleteWebhookRequest request, CancellationToken cancellationToken)
    {
        var description = await account.Webhook.SetAsync(new WebhookRequest { DropPendingUpdates = request.DropPendingUpdates ?? false }, cancellationToken);
        return new Described<bool>(true, description);
    }
}
