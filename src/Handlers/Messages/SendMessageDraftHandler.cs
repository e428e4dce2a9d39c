using TelegramRest.Accounts;
using TelegramRest.BotApi;
using TelegramRest.Handlers.Shared;
using TelegramRest.Mapping.Text;

namespace TelegramRest.Handlers.Messages;

/// <summary>The person watches a text grow that is not sent yet; an empty one shows that the bot thinks.</summary>
internal sealed class SendMessageDraftHandler(IAccount account, TextEntities entities) : IHandler<SendMessageDraftRequest, bool>
{
    public async Task<bool> HandleAsync(SendMessageDraftRequest request, CancellationToken cancellationToken)
    {
        var parsed = TextParser.Parse(request.Text, request.ParseMode, request.Entities);
        var chat = await account.Peers.ResolveChatAsync(request.ChatId, cancellationToken);
        var text = TextParser.Prepare(parsed, mayBeEmpty: true);
        var typing = new Tl.Messages.SetTyping
        {
            Peer = chat.InputPeer,
            TopMsgId = request.MessageThreadId is > 0 ? request.MessageThreadId : null,
            Action = new Tl.SendMessageTextDraftAction { RandomId = request.DraftId, Text = await entities.ToTextAsync(text, cancellationToken) },
        };
        await account.InvokeAsync(typing, cancellationToken);
        return true;
    }
}
