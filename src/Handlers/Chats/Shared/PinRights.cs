using TelegramRest.Accounts;
using TelegramRest.Accounts.Peers;
using TelegramRest.BotApi;

namespace TelegramRest.Handlers.Chats.Shared;

/// <summary>Who pins: in private chats both sides, in groups whom the group lets, in channels whoever may edit posts.</summary>
/// <remarks>https://core.telegram.org/bots/api#pinchatmessage</remarks>
internal static class PinRights
{
    /// <exception cref="BotApiException">400: not this account, by what is known of the chat.</exception>
    public static void Check(PeerRef chat, IAccount account)
    {
        var mayPin = chat switch
        {
            GroupPeer { Chat: Tl.Chat group } => group.Creator
                || (group.AdminRights is { } rights ? rights.PinMessages || group.DefaultBannedRights is not { PinMessages: true }
                    : !account.IsBot && group.DefaultBannedRights is not { PinMessages: true }),
            ChannelPeer { Chat: Tl.Channel { Monoforum: true } } => true,
            ChannelPeer { Chat: Tl.Channel { Broadcast: true } channel } => channel.Creator || channel.AdminRights is { EditMessages: true },
            ChannelPeer { Chat: Tl.Channel channel } => channel.Creator || channel.AdminRights is { PinMessages: true }
                || (channel.BannedRights is not { PinMessages: true } && channel.DefaultBannedRights is not { PinMessages: true }),
            _ => true,
        };
        if (!mayPin)
            throw BotApiException.BadRequest("not enough rights to manage pinned messages in the chat");
    }
}
