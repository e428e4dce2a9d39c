using TelegramRest.BotApi;

namespace TelegramRest.Accounts.Files.Media;

/// <summary>A photo that moves.</summary>
/// <param name="File">The still picture.</param>
/// <param name="Video">What it shows when it is held.</param>
/// <remarks>https://core.telegram.org/constructor/inputMediaUploadedPhoto (live_photo)</remarks>
public sealed record LivePhotoFile(InputFile File, InputFile Video) : MediaFile(File)
{
    public bool HasSpoiler { get; init; }
}
