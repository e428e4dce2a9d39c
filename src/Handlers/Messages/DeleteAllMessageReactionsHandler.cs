using TelegramRest.Accounts;
using TelegramRest.BotApi;
using TelegramRest.Handlers.Messages.Shared;

namespace TelegramRest.Handlers.Messages;

/// <summary>Takes somebody else's recent reactions off all messages of a chat; the account has to be an administrator.</summary>
internal sealed class DeleteAllMessageReactionsHandler(IAccount account, ReactionSenders senders) : IHandler<DeleteAllMessageReactionsRequest, bool>
{
    public async Task<bool> HandleAsync(DeleteAllMessageReactionsRequest request, CancellationToken cancellationToken)
    {
        ReactionSenders.Check(request.UserId);
        var chat = await account.Peers.ResolveChatAsync(request.ChatId, cancellationToken);
        var sender = await senders.FindAsync(request.UserId, request.ActorChatId, cancellationToken);
        return await account.InvokeAsync(new Tl.Messages.DeleteParticipantReactions { Peer = chat.InputPeer, Participant = sender }, cancellationToken);
    }
}
