using TelegramRest.Accounts;
using TelegramRest.BotApi;
using File = TelegramRest.BotApi.File;

namespace TelegramRest.Handlers.Files;

internal sealed class GetFileHandler(IAccount account) : IHandler<GetFileRequest, File>
{
    public Task<File> HandleAsync(GetFileRequest request, CancellationToken cancellationToken) => account.Files.GetAsync(request.FileId, cancellationToken);
}
