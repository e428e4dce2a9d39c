using TelegramRest.Accounts;
using TelegramRest.BotApi;
using TelegramRest.Handlers.Messages.Shared;

namespace TelegramRest.Handlers.Messages;

/// <summary>Takes somebody else's reactions off one message; the account has to be an administrator.</summary>
internal sealed class DeleteMessageReactionHandler(IAccount account, ReactionSenders senders) : IHandler<DeleteMessageReactionRequest, bool>
{
    public async Task<bool> HandleAsync(DeleteMessageReactionRequest request, CancellationToken cancellationToken)
    {
        ReactionSenders.Check(request.UserId);
        var chat = await account.Peers.ResolveChatAsync(request.ChatId, cancellationToken);
        await account.Messages.GetAsync(chat, request.MessageId, "message to delete reactions", cancellationToken);
        var sender = await senders.FindAsync(request.UserId, request.ActorChatId, cancellationToken);
        await account.InvokeAsync(
            new Tl.Messages.DeleteParticipantReaction { Peer = chat.InputPeer, MsgId = request.MessageId, Participant = sender },
            cancellationToken);
        return true;
    }
}
