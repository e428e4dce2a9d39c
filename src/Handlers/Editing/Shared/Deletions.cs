using TelegramRest.Accounts;
using TelegramRest.Accounts.Peers;
using TelegramRest.BotApi;

namespace TelegramRest.Handlers.Editing.Shared;

/// <summary>Deletes messages for everybody. Telegram would not refuse what it will not delete, it would skip it.</summary>
/// <remarks>https://core.telegram.org/bots/api#deletemessage</remarks>
internal sealed class Deletions(IAccount account, TimeProvider time)
{
    private const int TwoDays = 2 * 86400;
    private const int Day = 86400;

    /// <param name="chat">Where they stand.</param>
    /// <param name="messages">As Telegram has them.</param>
    /// <param name="cancellationToken">The caller's.</param>
    /// <returns>How many are gone.</returns>
    /// <exception cref="BotApiException">400: one of them may not be deleted; then all stay.</exception>
    public async Task<int> DeleteAsync(PeerRef chat, IReadOnlyList<Tl.MessageBase> messages, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow().ToUnixTimeSeconds();
        foreach (var message in messages)
        {
            if (chat is ChannelPeer channel && !MayDelete(message, channel, now))
                throw BotApiException.BadRequest("message can't be deleted");
            if (account.IsBot && chat is not ChannelPeer && !MayDeleteForAll(message, chat, now))
                throw BotApiException.BadRequest("message can't be deleted for everyone");
        }

        int[] ids = [.. messages.Select(Id)];
        Tl.ITlMethod<Tl.Messages.AffectedMessages> delete = chat is ChannelPeer { Input: var input }
            ? new Tl.Channels.DeleteMessages { Channel = input, Id = ids }
            : new Tl.Messages.DeleteMessages { Id = ids, Revoke = true };
        return (await account.InvokeAsync(delete, cancellationToken)).PtsCount;
    }

    private static int Id(Tl.MessageBase message) => message switch
    {
        Tl.Message found => found.Id,
        Tl.MessageService found => found.Id,
        _ => 0,
    };

    private static (bool Out, bool Post, int Date) Facts(Tl.MessageBase message) => message switch
    {
        Tl.Message found => (found.Out, found.Post, found.Date),
        Tl.MessageService found => (found.Out, found.Post, found.Date),
        _ => default,
    };

    private bool MayDelete(Tl.MessageBase message, ChannelPeer chat, long now)
    {
        var (isOut, isPost, date) = Facts(message);
        if (account.IsBot && now - date >= TwoDays)
            return false;
        if (Id(message) == 1 || message is Tl.MessageService { Action: Tl.MessageActionChannelMigrateFrom or Tl.MessageActionChannelCreate or Tl.MessageActionTopicCreate })
            return false;
        if (chat.Chat is not Tl.Channel channel || channel.Creator || channel.AdminRights is { DeleteMessages: true } || channel.Monoforum)
            return true;
        return isOut && (!(isPost || message is Tl.MessageService) || channel.AdminRights is { PostMessages: true } || !channel.Broadcast);
    }

    private bool MayDeleteForAll(Tl.MessageBase message, PeerRef chat, long now)
    {
        var (isOut, _, date) = Facts(message);
        if (chat is UserPeer { UserId: var userId })
        {
            return userId != account.Self.Id && now - date <= TwoDays
                && !(message is Tl.Message { Media: Tl.MessageMediaDice } && now - date < Day)
                && message is not Tl.MessageService { Action: Tl.MessageActionScreenshotTaken };
        }

        var isAdministrator = chat is GroupPeer { Chat: Tl.Chat { Creator: true } or Tl.Chat { AdminRights: not null } };
        return now - date <= TwoDays && (isAdministrator || (isOut && message is not Tl.MessageService));
    }
}
