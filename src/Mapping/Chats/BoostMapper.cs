using TelegramRest.BotApi;

namespace TelegramRest.Mapping.Chats;

/// <summary>Boosts of chats.</summary>
/// <remarks>https://core.telegram.org/bots/api#chatboost</remarks>
internal static class BoostMapper
{
    private const long KeyBase = 7L << 33;
    private const int Day = 86400;

    /// <summary>A boost that has no end any more was taken away.</summary>
    public static MappedUpdate ToUpdate(Tl.UpdateBotChatBoost update, PeerIndex peers)
    {
        var chat = ChatMapper.ToBotApi(update.Peer, peers);
        var boost = update.Boost;
        var isRemoved = boost.Expires == 0;
        return new MappedUpdate(
            isRemoved ? UpdateKinds.RemovedChatBoost : UpdateKinds.ChatBoost,
            new Update
            {
                UpdateId = 0,
                ChatBoost = isRemoved ? null : new ChatBoostUpdated { Chat = chat, Boost = ToBotApi(boost, peers) },
                RemovedChatBoost = isRemoved ? new ChatBoostRemoved { Chat = chat, BoostId = boost.Id, RemoveDate = boost.Date, Source = Source(boost, peers) } : null,
            },
            chat.Id + KeyBase,
            boost.Date,
            Day);
    }

    public static ChatBoost ToBotApi(Tl.Boost boost, PeerIndex peers) => new()
    {
        BoostId = boost.Id,
        AddDate = boost.Date,
        ExpirationDate = boost.Expires,
        Source = Source(boost, peers),
    };

    private static ChatBoostSource Source(Tl.Boost boost, PeerIndex peers)
    {
        var user = boost.UserId is { } userId ? UserMapper.ToBotApi(userId, peers) : null;
        if (boost.Giveaway)
        {
            return new ChatBoostSourceGiveaway
            {
                GiveawayMessageId = boost.GiveawayMsgId ?? 0,
                User = user,
                PrizeStarCount = (int?)boost.Stars,
                IsUnclaimed = boost.Unclaimed.OrNull(),
            };
        }

        user ??= UserMapper.ToBotApi(0, peers);
        return boost.Gift ? new ChatBoostSourceGiftCode { User = user } : new ChatBoostSourcePremium { User = user };
    }
}
