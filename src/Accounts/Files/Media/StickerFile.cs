using TelegramRest.BotApi;

namespace TelegramRest.Accounts.Files.Media;

public sealed record StickerFile(InputFile File) : MediaFile(File)
{
    /// <summary>What an uploaded sticker stands for.</summary>
    public string? Emoji { get; init; }
}
