using TelegramRest.BotApi;

namespace TelegramRest.Mapping.Chats;

/// <summary>Invite links.</summary>
/// <remarks>https://core.telegram.org/bots/api#chatinvitelink</remarks>
public static class InviteLinkMapper
{
    public static ChatInviteLink? ToBotApi(Tl.ExportedChatInviteBase? invite, PeerIndex peers) => invite is Tl.ChatInviteExported link
        ? new ChatInviteLink
        {
            InviteLink = link.Link,
            Creator = UserMapper.ToBotApi(link.AdminId, peers),
            CreatesJoinRequest = link.RequestNeeded,
            IsPrimary = link.Permanent,
            IsRevoked = link.Revoked,
            Name = link.Title.OrNull(),
            ExpireDate = link.ExpireDate,
            MemberLimit = link.UsageLimit,
            PendingJoinRequestCount = link.Requested,
            SubscriptionPeriod = link.SubscriptionPricing?.Period,
            SubscriptionPrice = (int?)link.SubscriptionPricing?.Amount,
        }
        : null;
}
