using TelegramRest.Accounts;
using TelegramRest.BotApi;
using TelegramRest.Handlers.Inline.Shared;
using TelegramRest.Mapping;

namespace TelegramRest.Handlers.Inline;

/// <summary>A bot answers in a chat that it is no member of.</summary>
internal sealed class AnswerGuestQueryHandler(IAccount account, InlineResults inline) : IHandler<AnswerGuestQueryRequest, SentGuestMessage>
{
    public async Task<SentGuestMessage> HandleAsync(AnswerGuestQueryRequest request, CancellationToken cancellationToken)
    {
        var result = await inline.ToTlAsync(request.Result, cancellationToken);
        var sent = await account.InvokeAsync(
            new Tl.Messages.SetBotGuestChatResult { QueryId = Scalars.ToInt64(request.GuestQueryId), Result = result },
            cancellationToken);
        return new SentGuestMessage { InlineMessageId = InlineMessageIds.ToBotApi(sent) };
    }
}
