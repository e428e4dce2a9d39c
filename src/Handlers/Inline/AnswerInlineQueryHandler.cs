using TelegramRest.Accounts;
using TelegramRest.BotApi;
using TelegramRest.Handlers.Inline.Shared;
using TelegramRest.Mapping.Inline;

namespace TelegramRest.Handlers.Inline;

internal sealed class AnswerInlineQueryHandler(IAccount account, InlineResults inline) : IHandler<AnswerInlineQueryRequest, bool>
{
    public async Task<bool> HandleAsync(AnswerInlineQueryRequest request, CancellationToken cancellationToken)
    {
        var (start, webApp) = InlineResultMapper.ToTl(request.Button, account.IsTest);
        var (results, isGallery) = await inline.ToTlAsync(request.Results, cancellationToken);
        await account.InvokeAsync(
            new Tl.Messages.SetInlineBotResults
            {
                QueryId = Scalars.ToInt64(request.InlineQueryId),
                Results = results,
                Gallery = isGallery,
                Private = request.IsPersonal == true,
                CacheTime = request.CacheTime,
                NextOffset = string.IsNullOrEmpty(request.NextOffset) ? null : request.NextOffset,
                SwitchPm = start,
                SwitchWebview = webApp,
            },
            cancellationToken);
        return true;
    }
}
