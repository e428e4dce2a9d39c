using TelegramRest.BotApi;

namespace TelegramRest.Accounts.Files.Media;

public sealed record VoiceFile(InputFile File) : MediaFile(File)
{
    /// <summary>Seconds.</summary>
    public int? Duration { get; init; }
}
