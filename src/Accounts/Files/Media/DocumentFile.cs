using TelegramRest.BotApi;

namespace TelegramRest.Accounts.Files.Media;

public sealed record DocumentFile(InputFile File) : MediaFile(File)
{
    public InputFile? Thumbnail { get; init; }

    /// <summary>It stays a document even where Telegram would take it for something else.</summary>
    public bool DisableContentTypeDetection { get; init; }
}
