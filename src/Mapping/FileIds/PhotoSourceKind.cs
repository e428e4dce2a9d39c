namespace TelegramRest.Mapping.FileIds;

/// <summary>Where a picture is found. The numbers are part of the format.</summary>
public enum PhotoSourceKind
{
    Thumbnail = 1,
    ChatPhotoSmall = 2,
    ChatPhotoBig = 3,
    FullLegacy = 5,
    ChatPhotoSmallLegacy = 6,
    ChatPhotoBigLegacy = 7,
    StickerSetThumbnailLegacy = 8,
    StickerSetThumbnailVersion = 9,
}
