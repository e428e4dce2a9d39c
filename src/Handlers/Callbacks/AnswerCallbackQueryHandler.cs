using TelegramRest.Accounts;
using TelegramRest.BotApi;

namespace TelegramRest.Handlers.Callbacks;

internal sealed class AnswerCallbackQueryHandler(IAccount account) : IHandler<AnswerCallbackQueryRequest, bool>
{
    public async Task<bool> HandleAsync(AnswerCallbackQueryRequest request, CancellationToken cancellationToken)
    {
        await account.InvokeAsync(
            new Tl.Messages.SetBotCallbackAnswer
            {
                QueryId = Scalars.ToInt64(request.CallbackQueryId),
                Message = request.Text,
                Alert = request.ShowAlert == true,
                Url = request.Url,
                CacheTime = request.CacheTime,
            },
            cancellationToken);
        return true;
    }
}
