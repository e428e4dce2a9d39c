namespace TelegramRest.Mapping.FileIds;

/// <summary>What is known of each <see cref="FileType"/>.</summary>
public static class FileTypes
{
    public static bool IsKnown(int number) => number is >= 0 and <= (int)FileType.SelfDestructingLivePhoto;

    public static FileClass ClassOf(FileType type) => type switch
    {
        FileType.Thumbnail or FileType.ProfilePhoto or FileType.Photo or FileType.EncryptedThumbnail or FileType.Wallpaper
            or FileType.PhotoStory or FileType.SelfDestructingPhoto => FileClass.Photo,
        FileType.SecureDecrypted or FileType.SecureEncrypted => FileClass.Secure,
        FileType.Encrypted => FileClass.Encrypted,
        FileType.Temp => FileClass.Temp,
        _ => FileClass.Document,
    };

    /// <summary>The folder that file paths show.</summary>
    public static string FolderOf(FileType type) => type switch
    {
        FileType.Thumbnail => "thumbnails",
        FileType.ProfilePhoto => "profile_photos",
        FileType.Photo or FileType.SelfDestructingPhoto or FileType.LivePhoto or FileType.SelfDestructingLivePhoto => "photos",
        FileType.VoiceNote or FileType.SelfDestructingVoiceNote => "voice",
        FileType.Video or FileType.SelfDestructingVideo => "videos",
        FileType.Encrypted => "secret",
        FileType.Temp => "temp",
        FileType.Sticker => "stickers",
        FileType.Audio => "music",
        FileType.Animation => "animations",
        FileType.EncryptedThumbnail => "secret_thumbnails",
        FileType.Wallpaper or FileType.Background => "wallpapers",
        FileType.VideoNote or FileType.SelfDestructingVideoNote => "video_notes",
        FileType.SecureDecrypted or FileType.SecureEncrypted => "passport",
        FileType.Ringtone => "notification_sounds",
        FileType.PhotoStory or FileType.VideoStory => "stories",
        _ => "documents",
    };

    /// <summary>The name in error texts.</summary>
    public static string NameOf(FileType type) => type switch
    {
        FileType.ProfilePhoto => "ChatPhoto",
        FileType.Encrypted => "Secret",
        FileType.EncryptedThumbnail => "SecretThumbnail",
        FileType.Ringtone => "NotificationSound",
        FileType.LivePhoto => "LivePhotoVideo",
        _ => type.ToString(),
    };
}
