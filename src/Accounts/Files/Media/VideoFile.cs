using TelegramRest.BotApi;

namespace TelegramRest.Accounts.Files.Media;

public sealed record VideoFile(InputFile File) : MediaFile(File)
{
    public InputFile? Thumbnail { get; init; }

    /// <summary>The picture that the message shows until it is played.</summary>
    public InputFile? Cover { get; init; }

    /// <summary>Seconds; where the message begins to play.</summary>
    public int? StartTimestamp { get; init; }

    /// <summary>Seconds.</summary>
    public int? Duration { get; init; }

    public int? Width { get; init; }

    public int? Height { get; init; }

    public bool SupportsStreaming { get; init; }

    public bool HasSpoiler { get; init; }
}
