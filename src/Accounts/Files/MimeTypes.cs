using Microsoft.AspNetCore.StaticFiles;

namespace TelegramRest.Accounts.Files;

/// <summary>Media types by file name and back.</summary>
internal static class MimeTypes
{
    public const string Unknown = "application/octet-stream";

    private static readonly FileExtensionContentTypeProvider ByExtension = new()
    {
        Mappings =
        {
            [".tgs"] = "application/x-tgsticker",
            [".oga"] = "audio/ogg",
            [".opus"] = "audio/ogg",
        },
    };

    /// <summary>The extension decides, as with Telegram's own clients; what the caller declared helps where it says nothing.</summary>
    public static string Of(string fileName, string declared = "") =>
        ByExtension.TryGetContentType(fileName, out var type) ? type : declared.Length > 0 ? declared : Unknown;

    /// <summary>How a file of a media type that Telegram gives files itself is named, with its dot; null for all others.</summary>
    public static string? ExtensionOf(string mimeType) => mimeType switch
    {
        "image/jpeg" => ".jpg",
        "image/png" => ".png",
        "image/gif" => ".gif",
        "image/webp" => ".webp",
        "video/mp4" => ".mp4",
        "video/webm" => ".webm",
        "audio/ogg" => ".oga",
        "audio/mpeg" => ".mp3",
        "audio/mp4" => ".m4a",
        "application/x-tgsticker" => ".tgs",
        _ => null,
    };

    /// <summary>What a storage type of Telegram is kept as, with its dot; null when it does not tell.</summary>
    public static string? ExtensionOf(Mapping.FileIds.FileType type) => type switch
    {
        Mapping.FileIds.FileType.Photo or Mapping.FileIds.FileType.ProfilePhoto or Mapping.FileIds.FileType.Thumbnail
            or Mapping.FileIds.FileType.PhotoStory or Mapping.FileIds.FileType.Wallpaper => ".jpg",
        Mapping.FileIds.FileType.VoiceNote => ".oga",
        Mapping.FileIds.FileType.Video or Mapping.FileIds.FileType.VideoNote or Mapping.FileIds.FileType.Animation
            or Mapping.FileIds.FileType.VideoStory or Mapping.FileIds.FileType.LivePhoto => ".mp4",
        Mapping.FileIds.FileType.Audio => ".mp3",
        Mapping.FileIds.FileType.Sticker => ".webp",
        _ => null,
    };
}
