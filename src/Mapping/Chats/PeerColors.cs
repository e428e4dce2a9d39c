using TelegramRest.BotApi;

namespace TelegramRest.Mapping.Chats;

/// <summary>Colours that a user or chat has chosen, or was given by its id.</summary>
/// <remarks>https://core.telegram.org/api/colors</remarks>
internal static class PeerColors
{
    /// <summary>What a message may carry unless its chat says otherwise.</summary>
    public const int DefaultMaxReactionCount = 11;

    private const int DefaultColors = 7;

    public static int Accent(Tl.PeerColorBase? color, long id) => (color as Tl.PeerColor)?.Color ?? (int)(id % DefaultColors);

    public static int? Profile(Tl.PeerColorBase? color) => (color as Tl.PeerColor)?.Color;

    public static string? Background(Tl.PeerColorBase? color) => (color as Tl.PeerColor)?.BackgroundEmojiId?.Text();

    public static UniqueGiftColors? UniqueGift(Tl.PeerColorBase? color) => color is Tl.PeerColorCollectible gift
        ? new UniqueGiftColors
        {
            ModelCustomEmojiId = gift.GiftEmojiId.Text(),
            SymbolCustomEmojiId = gift.BackgroundEmojiId.Text(),
            LightThemeMainColor = gift.AccentColor,
            LightThemeOtherColors = gift.Colors,
            DarkThemeMainColor = gift.DarkAccentColor ?? gift.AccentColor,
            DarkThemeOtherColors = gift.DarkColors ?? gift.Colors,
        }
        : null;
}
