using TelegramRest.BotApi;

namespace TelegramRest.Accounts.Files.Media;

public sealed record VideoNoteFile(InputFile File) : MediaFile(File)
{
    public InputFile? Thumbnail { get; init; }

    /// <summary>Seconds.</summary>
    public int? Duration { get; init; }

    /// <summary>Pixels of a side of the square that the circle fills.</summary>
    public int? Length { get; init; }
}
