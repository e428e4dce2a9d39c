using TelegramRest.Accounts;
using TelegramRest.BotApi;

namespace TelegramRest.Handlers.Editing.Shared;

/// <summary>Decides on posts that were suggested in a channel's direct messages.</summary>
/// <remarks>https://core.telegram.org/api/suggested-posts</remarks>
internal sealed class SuggestedPosts(IAccount account)
{
    /// <param name="chatId">The channel's direct messages.</param>
    /// <param name="messageId">The suggestion.</param>
    /// <param name="decide">The decision, but for the chat.</param>
    /// <param name="cancellationToken">The caller's.</param>
    /// <exception cref="BotApiException">400: not there, or nothing that waits for a decision.</exception>
    public async Task<bool> DecideAsync(
        long chatId, int messageId, Func<Tl.InputPeerBase, Tl.Messages.ToggleSuggestedPostApproval> decide, CancellationToken cancellationToken)
    {
        var chat = await account.Peers.ResolveChatAsync(chatId == 0 ? default : ChatId.FromInt64(chatId), cancellationToken);
        var message = await account.Messages.GetAsync(chat, messageId, "suggested post", cancellationToken);
        if (message is not Tl.Message { SuggestedPost: { Accepted: false, Rejected: false }, Out: false })
            throw BotApiException.BadRequest("message can't be used in the method");

        await account.InvokeAsync(decide(chat.InputPeer), cancellationToken);
        return true;
    }
}
