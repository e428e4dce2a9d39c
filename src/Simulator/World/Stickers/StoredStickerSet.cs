namespace TelegramRest.Simulator.World.Stickers;

/// <summary>A set of stickers or custom emoji (https://core.telegram.org/constructor/stickerSet); <see cref="Stickers"/> in their order.</summary>
internal sealed class StoredStickerSet
{
    public required long Id { get; init; }

    public required long AccessHash { get; init; }

    public required string ShortName { get; init; }

    public required string Title { get; set; }

    /// <summary>A set of custom emoji.</summary>
    public bool Emojis { get; init; }

    public List<StoredSticker> Stickers { get; set; } = [];
}
