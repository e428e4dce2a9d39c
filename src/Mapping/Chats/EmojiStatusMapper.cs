namespace TelegramRest.Mapping.Chats;

/// <summary>The emoji beside a name.</summary>
/// <remarks>https://core.telegram.org/api/emoji-status</remarks>
internal static class EmojiStatusMapper
{
    public static string? EmojiId(Tl.EmojiStatusBase? status) => status switch
    {
        Tl.EmojiStatus plain => plain.DocumentId.Text(),
        Tl.EmojiStatusCollectible collectible => collectible.DocumentId.Text(),
        _ => null,
    };

    public static int? Until(Tl.EmojiStatusBase? status) => status switch
    {
        Tl.EmojiStatus plain => plain.Until,
        Tl.EmojiStatusCollectible collectible => collectible.Until,
        _ => null,
    };
}
