namespace TelegramRest.Mapping.Messages;

/// <summary>Which messages a bot is told of: in the main what others write, and what changes its chats.</summary>
/// <remarks>https://core.telegram.org/bots/api#getting-updates</remarks>
internal static class DeliveryRules
{
    private const int Day = 86400;

    public static bool IsDelivered(Tl.MessageBase message, PeerIndex peers, MessageContext context, int now) => message switch
    {
        Tl.Message ordinary => !IsOwn(ordinary.Out, ordinary.PeerId, context)
            && now - Math.Max(ordinary.Date, ordinary.EditDate ?? 0) <= Day
            && ordinary.FwdFrom is not { Imported: true }
            && !IsHidden(ordinary.Media)
            && IsMember(ordinary.PeerId, ordinary.Date, peers),
        Tl.MessageService service => now - service.Date <= Day
            && (!IsOwn(service.Out, service.PeerId, context) || IsToldOfOwn(service.Action))
            && !IsSilent(service)
            && (IsMember(service.PeerId, service.Date, peers) || IsOwnLeaving(service.Action, context)),
        _ => false,
    };

    /// <summary>Outgoing messages are not told back, except those that a person leaves in the chat with themselves.</summary>
    private static bool IsOwn(bool isOut, Tl.PeerBase chat, MessageContext context) =>
        isOut && !(chat is Tl.PeerUser user && user.UserId == context.SelfId);

    /// <summary>
    /// Media that destroy themselves or have expired. What is newer than we know, which Telegram replaces by
    /// <c>messageMediaUnsupported</c> and <c>messageActionEmpty</c>, is told of as a message without content.
    /// </summary>
    private static bool IsHidden(Tl.MessageMediaBase? media) => media is
        Tl.MessageMediaPhoto { TtlSeconds: not null } or Tl.MessageMediaPhoto { Photo: null }
        or Tl.MessageMediaDocument { TtlSeconds: not null } or Tl.MessageMediaDocument { Document: null };

    private static bool IsToldOfOwn(Tl.MessageActionBase action) => action is
        Tl.MessageActionChatEditTitle or Tl.MessageActionChatEditPhoto or Tl.MessageActionChatDeletePhoto or Tl.MessageActionChatDeleteUser
        or Tl.MessageActionPinMessage or Tl.MessageActionGeoProximityReached
        or Tl.MessageActionGroupCall or Tl.MessageActionGroupCallScheduled or Tl.MessageActionInviteToGroupCall
        or Tl.MessageActionTopicCreate or Tl.MessageActionTopicEdit
        or Tl.MessageActionGiveawayLaunch or Tl.MessageActionGiveawayResults
        or Tl.MessageActionPaymentRefunded
        or Tl.MessageActionSuggestedPostApproval or Tl.MessageActionSuggestedPostSuccess or Tl.MessageActionSuggestedPostRefund
        or Tl.MessageActionPollAppendAnswer or Tl.MessageActionPollDeleteAnswer;

    private static bool IsSilent(Tl.MessageService message) => message.Action switch
    {
        Tl.MessageActionChannelCreate => true,
        Tl.MessageActionChatAddUser { Users.Length: 0 } => true,
        Tl.MessageActionPinMessage => ReplyMapper.SameChatId(message.PeerId, message.ReplyTo) == null,
        Tl.MessageActionGeoProximityReached { FromId: Tl.PeerUser, ToId: Tl.PeerUser } => false,
        Tl.MessageActionGeoProximityReached => true,
        Tl.MessageActionHistoryClear or Tl.MessageActionGameScore or Tl.MessageActionPaymentSent
            or Tl.MessageActionSecureValuesSent or Tl.MessageActionPhoneCall or Tl.MessageActionConferenceCall or Tl.MessageActionContactSignUp
            or Tl.MessageActionCustomAction or Tl.MessageActionSetChatTheme or Tl.MessageActionWebViewDataSent or Tl.MessageActionGiftPremium
            or Tl.MessageActionSuggestProfilePhoto or Tl.MessageActionGiftCode or Tl.MessageActionGiftStars or Tl.MessageActionGiftTon
            or Tl.MessageActionPrizeStars or Tl.MessageActionPaidMessagesRefunded or Tl.MessageActionSuggestBirthday
            or Tl.MessageActionStarGiftPurchaseOffer or Tl.MessageActionStarGiftPurchaseOfferDeclined
            or Tl.MessageActionNoForwardsToggle or Tl.MessageActionNoForwardsRequest or Tl.MessageActionRequestedPeer
            or Tl.MessageActionScreenshotTaken => true,
        _ => false,
    };

    /// <summary>Supergroups and channels tell nothing of before and after one's membership.</summary>
    private static bool IsMember(Tl.PeerBase chat, int date, PeerIndex peers)
    {
        if (chat is not Tl.PeerChannel || !peers.TryGetChat(chat, out var known))
            return true;
        return known is Tl.Channel { Left: false } channel && (channel.Min || date >= channel.Date || channel.Creator);
    }

    private static bool IsOwnLeaving(Tl.MessageActionBase action, MessageContext context) =>
        action is Tl.MessageActionChatDeleteUser deleted && deleted.UserId == context.SelfId;
}
