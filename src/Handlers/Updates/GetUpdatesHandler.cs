using TelegramRest.Accounts;
using TelegramRest.BotApi;

namespace TelegramRest.Handlers.Updates;

internal sealed class GetUpdatesHandler(IAccount account) : IHandler<GetUpdatesRequest, UpdateBatch>
{
    public async Task<UpdateBatch> HandleAsync(GetUpdatesRequest request, CancellationToken cancellationToken) =>
        new(await account.Updates.GetAsync(request.Offset, request.Limit, request.Timeout, request.AllowedUpdates, cancellationToken));
}
