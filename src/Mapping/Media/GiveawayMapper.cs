using TelegramRest.BotApi;

namespace TelegramRest.Mapping.Media;

/// <summary>Giveaways and their winners.</summary>
/// <remarks>https://core.telegram.org/bots/api#giveaway</remarks>
internal static class GiveawayMapper
{
    public static Giveaway ToBotApi(Tl.MessageMediaGiveaway media, PeerIndex peers) => new()
    {
        Chats = [.. media.Channels.Select(id => ChatMapper.ToBotApi(new Tl.PeerChannel { ChannelId = id }, peers))],
        WinnersSelectionDate = media.UntilDate,
        WinnerCount = media.Quantity,
        OnlyNewMembers = media.OnlyNewSubscribers.OrNull(),
        HasPublicWinners = media.WinnersAreVisible.OrNull(),
        PrizeDescription = media.PrizeDescription.OrNull(),
        CountryCodes = media.CountriesIso2.OrNull(),
        PrizeStarCount = (int?)media.Stars,
        PremiumSubscriptionMonthCount = media.Months,
    };

    public static GiveawayWinners ToBotApi(Tl.MessageMediaGiveawayResults media, PeerIndex peers) => new()
    {
        Chat = ChatMapper.ToBotApi(new Tl.PeerChannel { ChannelId = media.ChannelId }, peers),
        GiveawayMessageId = media.LaunchMsgId,
        WinnersSelectionDate = media.UntilDate,
        WinnerCount = media.WinnersCount,
        Winners = [.. media.Winners.Select(id => UserMapper.ToBotApi(id, peers))],
        AdditionalChatCount = media.AdditionalPeersCount,
        PrizeStarCount = (int?)media.Stars,
        PremiumSubscriptionMonthCount = media.Months,
        UnclaimedPrizeCount = media.UnclaimedCount.OrNull(),
        OnlyNewMembers = media.OnlyNewSubscribers.OrNull(),
        WasRefunded = media.Refunded.OrNull(),
        PrizeDescription = media.PrizeDescription.OrNull(),
    };
}
