using TelegramRest.Accounts;
using TelegramRest.Accounts.Peers;
using TelegramRest.BotApi;
using TelegramRest.Mapping.Chats;

namespace TelegramRest.Handlers.Messages;

/// <summary>The reactions given take the place of the account's former ones; none takes them away.</summary>
internal sealed class SetMessageReactionHandler(IAccount account) : IHandler<SetMessageReactionRequest, bool>
{
    public async Task<bool> HandleAsync(SetMessageReactionRequest request, CancellationToken cancellationToken)
    {
        var reactions = ReactionMapper.ToTl(request.Reaction ?? []);
        var chat = await account.Peers.ResolveChatAsync(request.ChatId, ChatAccess.Read, cancellationToken);
        await account.Messages.GetAsync(chat, request.MessageId, "message to react", cancellationToken);
        await account.InvokeAsync(
            new Tl.Messages.SendReaction
            {
                Peer = chat.InputPeer,
                MsgId = request.MessageId,
                Reaction = reactions.Length == 0 ? null : reactions,
                Big = request.IsBig == true && reactions.Length != 0,
            },
            cancellationToken);
        return true;
    }
}
