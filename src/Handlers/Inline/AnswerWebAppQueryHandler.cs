using TelegramRest.Accounts;
using TelegramRest.BotApi;
using TelegramRest.Handlers.Inline.Shared;
using TelegramRest.Mapping;

namespace TelegramRest.Handlers.Inline;

/// <summary>The message is sent in the name of the person who opened the web app; only with buttons can the bot change it later.</summary>
internal sealed class AnswerWebAppQueryHandler(IAccount account, InlineResults inline) : IHandler<AnswerWebAppQueryRequest, SentWebAppMessage>
{
    public async Task<SentWebAppMessage> HandleAsync(AnswerWebAppQueryRequest request, CancellationToken cancellationToken)
    {
        var result = await inline.ToTlAsync(request.Result, cancellationToken);
        var sent = await account.InvokeAsync(new Tl.Messages.SendWebViewResultMessage { BotQueryId = request.WebAppQueryId, Result = result }, cancellationToken);
        return new SentWebAppMessage { InlineMessageId = sent.MsgId is { } id ? InlineMessageIds.ToBotApi(id) : null };
    }
}
