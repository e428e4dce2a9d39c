using TelegramRest.BotApi;
using TelegramRest.Mapping.FileIds;

namespace TelegramRest.Mapping.Media;

/// <summary>Stickers, masks and custom emoji.</summary>
/// <remarks>https://core.telegram.org/bots/api#sticker</remarks>
public static class StickerMapper
{
    /// <summary>One set has a name that Telegram does not tell.</summary>
    private const long GreatMindsSetId = 1842540969984001;

    /// <summary>Vector animations have no size of their own.</summary>
    private const int DefaultSize = 512;

    private const char PremiumAnimationLetter = 'f';

    public static Sticker ToBotApi(Tl.Document document, MessageContext context) => ToBotApi(new DocumentFacts(document), context);

    internal static Sticker ToBotApi(DocumentFacts facts, MessageContext context)
    {
        var file = facts.File(FileType.Sticker);
        var thumbnail = PhotoMapper.Thumbnail(facts.Document);
        var isCustomEmoji = facts.CustomEmoji != null;
        return new Sticker
        {
            FileId = file.ToString(),
            FileUniqueId = file.UniqueId,
            Type = isCustomEmoji ? StickerType.CustomEmoji : facts.Sticker?.Mask == true ? StickerType.Mask : StickerType.Regular,
            Width = facts.Width == 0 ? DefaultSize : facts.Width,
            Height = facts.Height == 0 ? DefaultSize : facts.Height,
            IsAnimated = facts.Document.MimeType == "application/x-tgsticker",
            IsVideo = facts.Document.MimeType == "video/webm",
            Thumbnail = thumbnail,
            Thumb = thumbnail,
            Emoji = (facts.CustomEmoji?.Alt ?? facts.Sticker?.Alt).OrNull(),
            SetName = SetName(SetOf(facts), context),
            PremiumAnimation = PremiumAnimation(facts.Document),
            MaskPosition = MaskPosition(facts.Sticker?.MaskCoords),
            CustomEmojiId = isCustomEmoji ? facts.Document.Id.Text() : null,
            NeedsRepainting = facts.CustomEmoji?.TextColor.OrNull(),
            FileSize = facts.Document.Size.OrNull(),
        };
    }

    /// <summary>The set that a sticker belongs to; null for others.</summary>
    internal static Tl.InputStickerSetBase? SetOf(DocumentFacts facts) => facts.CustomEmoji?.Stickerset ?? facts.Sticker?.Stickerset;

    private static string? SetName(Tl.InputStickerSetBase? set, MessageContext context) => set switch
    {
        Tl.InputStickerSetID { Id: GreatMindsSetId } => "TelegramGreatMinds",
        Tl.InputStickerSetID byId => context.FindStickerSet?.Invoke(byId.Id),
        Tl.InputStickerSetShortName named => named.ShortName,
        _ => null,
    };

    private static BotApi.File? PremiumAnimation(Tl.Document document)
    {
        foreach (var thumb in document.VideoThumbs ?? [])
        {
            if (thumb is Tl.VideoSize video && video.Type is [PremiumAnimationLetter])
            {
                var file = PhotoMapper.ThumbnailFile(document, PremiumAnimationLetter);
                return new BotApi.File { FileId = file.ToString(), FileUniqueId = file.UniqueId, FileSize = ((long)video.Size).OrNull() };
            }
        }

        return null;
    }

    private static MaskPosition? MaskPosition(Tl.MaskCoords? coordinates)
    {
        if (coordinates == null || coordinates.N is < 0 or > 3)
            return null;

        return new MaskPosition
        {
            Point = coordinates.N switch { 0 => MaskPoint.Forehead, 1 => MaskPoint.Eyes, 2 => MaskPoint.Mouth, _ => MaskPoint.Chin },
            XShift = coordinates.X,
            YShift = coordinates.Y,
            Scale = coordinates.Zoom,
        };
    }
}
