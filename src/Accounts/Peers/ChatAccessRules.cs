using TelegramRest.BotApi;
using TelegramRest.Mapping;

namespace TelegramRest.Accounts.Peers;

/// <summary>Refuses what the account may not do in a chat, by what is known of it, before anything is sent.</summary>
internal static class ChatAccessRules
{
    /// <exception cref="BotApiException">400 or 403 with the text for the chat's kind.</exception>
    public static void Check(PeerRef peer, ChatAccess access)
    {
        var refusal = peer switch
        {
            UserPeer { User.Deleted: true } when access >= ChatAccess.Edit => BotApiException.Forbidden("user is deactivated"),
            UserPeer => null,
            GroupPeer group => Refuse(group.Chat, access == ChatAccess.ReadMembers ? ChatAccess.Write : access),
            ChannelPeer channel => Refuse(channel, access),
            _ => throw new InvalidOperationException($"{peer.GetType().Name} has no access rules."),
        };

        if (refusal is not null)
        {
            throw refusal;
        }
    }

    /// <summary>403 for a supergroup or channel that the account is not in.</summary>
    public static BotApiException NotMember(ChannelPeer peer) => BotApiException.Forbidden($"bot is not a member of the {Kind(peer)}");

    private static BotApiException? Refuse(Tl.ChatBase? group, ChatAccess access) => group switch
    {
        Tl.Chat { MigratedTo: Tl.InputChannel channel } when access == ChatAccess.Write => new BotApiException(
            400,
            "Bad Request: group chat was upgraded to a supergroup chat",
            new ResponseParameters { MigrateToChatId = ChatIds.OfChannel(channel.ChannelId) }),
        Tl.Chat { Deactivated: true } when access == ChatAccess.Write => BotApiException.Forbidden("the group chat was deleted"),
        Tl.Chat { Deactivated: true } => null,
        Tl.ChatForbidden when access >= ChatAccess.Edit => BotApiException.Forbidden("bot was kicked from the group chat"),
        Tl.Chat { Left: true } when access >= ChatAccess.Edit => BotApiException.Forbidden("bot is not a member of the group chat"),
        _ => null,
    };

    private static BotApiException? Refuse(ChannelPeer peer, ChatAccess access)
    {
        return peer.Chat switch
        {
            Tl.ChannelForbidden or Tl.Channel { BannedRights.ViewMessages: true } => BotApiException.Forbidden($"bot was kicked from the {Kind(peer)}"),
            Tl.Channel { Left: true } channel when access >= ChatAccess.Edit || !IsPublic(channel) => NotMember(peer),
            _ => null,
        };
    }

    private static string Kind(ChannelPeer peer) => peer.Broadcast ? "channel chat" : "supergroup chat";

    private static bool IsPublic(Tl.Channel channel) =>
        channel.HasGeo || channel.Username is not null || channel.Usernames?.Any(name => name.Active) == true;
}
