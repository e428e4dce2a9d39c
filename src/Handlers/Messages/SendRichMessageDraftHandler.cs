using TelegramRest.Accounts;
using TelegramRest.Accounts.Files.Media;
using TelegramRest.BotApi;
using TelegramRest.Handlers.Shared;

namespace TelegramRest.Handlers.Messages;

internal sealed class SendRichMessageDraftHandler(IAccount account, RichMessages messages) : IHandler<SendRichMessageDraftRequest, bool>
{
    public async Task<bool> HandleAsync(SendRichMessageDraftRequest request, CancellationToken cancellationToken)
    {
        var chat = await account.Peers.ResolveChatAsync(request.ChatId, cancellationToken);
        var message = await messages.ToTlAsync(request.RichMessage, new UploadPlace(chat.InputPeer), cancellationToken);
        var typing = new Tl.Messages.SetTyping
        {
            Peer = chat.InputPeer,
            TopMsgId = request.MessageThreadId is > 0 ? request.MessageThreadId : null,
            Action = new Tl.InputSendMessageRichMessageDraftAction { RandomId = request.DraftId, RichMessage = message },
        };
        await account.InvokeAsync(typing, cancellationToken);
        return true;
    }
}
