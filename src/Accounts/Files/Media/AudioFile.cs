using TelegramRest.BotApi;

namespace TelegramRest.Accounts.Files.Media;

public sealed record AudioFile(InputFile File) : MediaFile(File)
{
    public InputFile? Thumbnail { get; init; }

    /// <summary>Seconds.</summary>
    public int? Duration { get; init; }

    public string? Performer { get; init; }

    public string? Title { get; init; }
}
