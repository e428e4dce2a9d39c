using TelegramRest.BotApi;
using TelegramRest.Mapping.Chats;
using TelegramRest.Mapping.Media;
using TelegramRest.Mapping.Text;

namespace TelegramRest.Mapping.Service;

/// <summary>Gifts that were sent, plain and unique ones. A gift whose pictures are missing is not shown.</summary>
/// <remarks>https://core.telegram.org/bots/api#giftinfo</remarks>
internal static class GiftMapper
{
    public static GiftInfo? ToBotApi(Tl.MessageActionStarGift action, PeerIndex peers, MessageContext context) =>
        action.Gift is Tl.StarGift { Sticker: Tl.Document } gift
            ? new GiftInfo
            {
                Gift = ToBotApi(gift, peers, context),
                ConvertStarCount = (int?)action.ConvertStars,
                PrepaidUpgradeStarCount = action.PrepaidUpgrade || action.UpgradeStars != null ? (int?)action.UpgradeStars : null,
                IsUpgradeSeparate = action.UpgradeSeparate.OrNull(),
                CanBeUpgraded = action.CanUpgrade.OrNull(),
                Text = action.Message?.Text.OrNull(),
                Entities = EntityMapper.ToBotApi(action.Message?.Entities, peers),
                IsPrivate = action.NameHidden.OrNull(),
                UniqueGiftNumber = action.GiftNum,
            }
            : null;

    public static UniqueGiftInfo? ToBotApi(Tl.MessageActionStarGiftUnique action, PeerIndex peers, MessageContext context)
    {
        if (action.Gift is not Tl.StarGiftUnique gift || ToBotApi(gift, peers, context) is not { } unique)
            return null;

        var resale = action.ResaleAmount;
        return new UniqueGiftInfo
        {
            Gift = unique,
            Origin = action switch
            {
                { FromOffer: true } => "offer",
                { ResaleAmount: not null } => "resale",
                { Upgrade: true, PrepaidUpgrade: true } => "gifted_upgrade",
                { Upgrade: true } => "upgrade",
                _ => "transfer",
            },
            LastResaleCurrency = resale switch { Tl.StarsAmount => "XTR", Tl.StarsTonAmount => "TON", _ => null },
            LastResaleAmount = resale switch { Tl.StarsAmount stars => (int)stars.Amount, Tl.StarsTonAmount ton => (int)ton.Amount, _ => null },
            TransferStarCount = (int?)action.TransferStars,
            NextTransferDate = action.CanTransferAt,
        };
    }

    private static Gift ToBotApi(Tl.StarGift gift, PeerIndex peers, MessageContext context) => new()
    {
        Id = gift.Id.Text(),
        Sticker = StickerMapper.ToBotApi((Tl.Document)gift.Sticker, context),
        StarCount = (int)gift.Stars,
        UpgradeStarCount = (int?)gift.UpgradeStars,
        IsPremium = gift.RequirePremium.OrNull(),
        HasColors = gift.PeerColorAvailable.OrNull(),
        TotalCount = gift.AvailabilityTotal,
        RemainingCount = gift.AvailabilityRemains,
        PersonalTotalCount = gift.PerUserTotal,
        PersonalRemainingCount = gift.PerUserRemains,
        Background = gift.Background is { } background
            ? new GiftBackground { CenterColor = background.CenterColor, EdgeColor = background.EdgeColor, TextColor = background.TextColor }
            : null,
        UniqueGiftVariantCount = gift.UpgradeVariants,
        PublisherChat = gift.ReleasedBy == null ? null : ChatMapper.ToBotApi(gift.ReleasedBy, peers),
    };

    private static UniqueGift? ToBotApi(Tl.StarGiftUnique gift, PeerIndex peers, MessageContext context)
    {
        var model = gift.Attributes.OfType<Tl.StarGiftAttributeModel>().FirstOrDefault();
        var symbol = gift.Attributes.OfType<Tl.StarGiftAttributePattern>().FirstOrDefault();
        var backdrop = gift.Attributes.OfType<Tl.StarGiftAttributeBackdrop>().FirstOrDefault();
        if (model?.Document is not Tl.Document modelSticker || symbol?.Document is not Tl.Document symbolSticker || backdrop == null)
            return null;

        return new UniqueGift
        {
            GiftId = gift.GiftId.Text(),
            BaseName = gift.Title,
            Name = gift.Slug,
            Number = gift.Num,
            Model = new UniqueGiftModel
            {
                Name = model.Name,
                Sticker = StickerMapper.ToBotApi(modelSticker, context),
                RarityPerMille = PerMille(model.Rarity),
                Rarity = model.Rarity switch
                {
                    Tl.StarGiftAttributeRarityUncommon => "uncommon",
                    Tl.StarGiftAttributeRarityRare => "rare",
                    Tl.StarGiftAttributeRarityEpic => "epic",
                    Tl.StarGiftAttributeRarityLegendary => "legendary",
                    _ => null,
                },
            },
            Symbol = new UniqueGiftSymbol
            {
                Name = symbol.Name,
                Sticker = StickerMapper.ToBotApi(symbolSticker, context),
                RarityPerMille = PerMille(symbol.Rarity),
            },
            Backdrop = new UniqueGiftBackdrop
            {
                Name = backdrop.Name,
                RarityPerMille = PerMille(backdrop.Rarity),
                Colors = new UniqueGiftBackdropColors
                {
                    CenterColor = backdrop.CenterColor,
                    EdgeColor = backdrop.EdgeColor,
                    SymbolColor = backdrop.PatternColor,
                    TextColor = backdrop.TextColor,
                },
            },
            IsPremium = gift.RequirePremium.OrNull(),
            IsBurned = gift.Burned.OrNull(),
            IsFromBlockchain = (gift.GiftAddress != null).OrNull(),
            Colors = PeerColors.UniqueGift(gift.PeerColor),
            PublisherChat = gift.ReleasedBy == null ? null : ChatMapper.ToBotApi(gift.ReleasedBy, peers),
        };
    }

    /// <summary>Named rarities have no number.</summary>
    private static int PerMille(Tl.StarGiftAttributeRarityBase rarity) => (rarity as Tl.StarGiftAttributeRarity)?.Permille ?? 0;
}
