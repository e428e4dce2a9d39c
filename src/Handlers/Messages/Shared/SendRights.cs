using TelegramRest.Accounts.Peers;
using TelegramRest.BotApi;

namespace TelegramRest.Handlers.Messages.Shared;

/// <summary>Refuses what a chat does not let the account send, by what is known of the chat; where nothing is known, Telegram decides.</summary>
internal static class SendRights
{
    /// <param name="chat">Where to.</param>
    /// <param name="content">What; null when that is not known beforehand.</param>
    /// <exception cref="BotApiException">400 with the text for the chat's kind.</exception>
    public static void Check(PeerRef chat, SendContent? content)
    {
        if (chat is ChannelPeer { Broadcast: true, Chat: Tl.Channel { Creator: false, AdminRights: null or { PostMessages: false } } })
            throw BotApiException.BadRequest("need administrator rights in the channel chat");

        var isBanned = chat switch
        {
            GroupPeer { Chat: Tl.Chat { Creator: false, AdminRights: null } group } => Bans(group.DefaultBannedRights, content),
            ChannelPeer { Broadcast: false, Chat: Tl.Channel { Creator: false, AdminRights: null, Min: false, Monoforum: false } group } =>
                Bans(group.BannedRights, content) || Bans(group.DefaultBannedRights, content),
            _ => false,
        };
        if (isBanned)
            throw BotApiException.BadRequest($"not enough rights to send {content!.Name} to the chat");
    }

    private static bool Bans(Tl.ChatBannedRights? rights, SendContent? content) =>
        rights is not null && content is not null && (rights.SendMessages || content.IsBanned(rights));
}
