using TelegramRest.BotApi;

namespace TelegramRest.Accounts.Files.Media;

public sealed record PhotoFile(InputFile File) : MediaFile(File)
{
    public bool HasSpoiler { get; init; }
}
