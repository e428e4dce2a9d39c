using TelegramRest.BotApi;

namespace TelegramRest.Accounts.Files.Media;

public sealed record AnimationFile(InputFile File) : MediaFile(File)
{
    public InputFile? Thumbnail { get; init; }

    /// <summary>Seconds.</summary>
    public int? Duration { get; init; }

    public int? Width { get; init; }

    public int? Height { get; init; }

    public bool HasSpoiler { get; init; }
}
