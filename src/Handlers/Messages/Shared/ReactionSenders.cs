using TelegramRest.Accounts;
using TelegramRest.BotApi;
using TelegramRest.Mapping;

namespace TelegramRest.Handlers.Messages.Shared;

/// <summary>Whose reactions a request takes away: a user's, or those of a chat that reacts in its own name.</summary>
internal sealed class ReactionSenders(IAccount account)
{
    /// <param name="userId">Null when the request names no user.</param>
    /// <param name="actorChatId">Looked at when there is no user.</param>
    /// <param name="cancellationToken">The caller's.</param>
    /// <exception cref="BotApiException">400: nobody is named, or nobody is known by it.</exception>
    public async Task<Tl.InputPeerBase> FindAsync(long? userId, long? actorChatId, CancellationToken cancellationToken)
    {
        if (userId is { } id)
            return (await account.Peers.ResolveUserAsync(id, cancellationToken)).InputPeer;
        if (actorChatId is not { } chatId)
            throw BotApiException.BadRequest("sender_chat_id is empty");
        return ChatIds.TryParse(chatId, out var peer) && account.Peers.Reference(peer) is { } chat
            ? chat.InputPeer
            : throw BotApiException.BadRequest("reaction sender not found");
    }

    /// <exception cref="BotApiException">400: a user is named by what is no user's identifier.</exception>
    public static void Check(long? userId)
    {
        if (userId is <= 0)
            throw BotApiException.BadRequest("invalid user_id specified");
    }
}
