using TelegramRest.BotApi;

namespace TelegramRest.Mapping.FileIds;

/// <summary>A <see cref="FileId"/> as Telegram's calls take it.</summary>
/// <remarks>https://core.telegram.org/type/InputFileLocation</remarks>
public static class FileLocations
{
    /// <summary>Where to download the file from.</summary>
    /// <exception cref="InvalidOperationException">Web files have another call.</exception>
    /// <exception cref="BotApiException">400: the id names a picture by a place that Telegram no longer serves.</exception>
    public static Tl.InputFileLocationBase ToLocation(this FileId file)
    {
        if (file.Source is { } source)
            return ToLocation(file, source);

        return file.Class switch
        {
            FileClass.Encrypted => new Tl.InputEncryptedFileLocation { Id = file.Id, AccessHash = file.AccessHash },
            FileClass.Secure => new Tl.InputSecureFileLocation { Id = file.Id, AccessHash = file.AccessHash },
            _ when file.Url == null => new Tl.InputDocumentFileLocation { Id = file.Id, AccessHash = file.AccessHash, FileReference = file.FileReference, ThumbSize = "" },
            _ => throw new InvalidOperationException("A web file has no location."),
        };
    }

    public static Tl.InputDocument ToInputDocument(this FileId file) => new() { Id = file.Id, AccessHash = file.AccessHash, FileReference = file.FileReference };

    public static Tl.InputPhoto ToInputPhoto(this FileId file) => new() { Id = file.Id, AccessHash = file.AccessHash, FileReference = file.FileReference };

    private static Tl.InputFileLocationBase ToLocation(FileId file, PhotoSource source)
    {
        switch (source.Kind)
        {
            case PhotoSourceKind.Thumbnail when file.Type == FileType.Thumbnail:
                return new Tl.InputDocumentFileLocation { Id = file.Id, AccessHash = file.AccessHash, FileReference = file.FileReference, ThumbSize = source.ThumbnailType.ToString() };
            case PhotoSourceKind.Thumbnail:
                return new Tl.InputPhotoFileLocation { Id = file.Id, AccessHash = file.AccessHash, FileReference = file.FileReference, ThumbSize = source.ThumbnailType.ToString() };
            case PhotoSourceKind.ChatPhotoSmall or PhotoSourceKind.ChatPhotoBig:
                return new Tl.InputPeerPhotoFileLocation { Big = source.Kind == PhotoSourceKind.ChatPhotoBig, Peer = Owner(source), PhotoId = file.Id };
            case PhotoSourceKind.StickerSetThumbnailVersion:
                return new Tl.InputStickerSetThumb { Stickerset = StickerSet(source), ThumbVersion = source.Version };
            case PhotoSourceKind.FullLegacy:
                return new Tl.InputFileLocation { VolumeId = source.VolumeId, LocalId = source.LocalId, Secret = source.Secret, FileReference = file.FileReference };
            default:
                throw BotApiException.BadRequest("wrong file_id or the file is temporarily unavailable");
        }
    }

    private static Tl.InputStickerSetID StickerSet(PhotoSource source) => new() { Id = source.OwnerId, AccessHash = source.OwnerAccessHash };

    private static Tl.InputPeerBase Owner(PhotoSource source) => ChatIds.TryParse(source.OwnerId, out var peer)
        ? peer switch
        {
            Tl.PeerUser user => new Tl.InputPeerUser { UserId = user.UserId, AccessHash = source.OwnerAccessHash },
            Tl.PeerChat group => new Tl.InputPeerChat { ChatId = group.ChatId },
            Tl.PeerChannel channel => new Tl.InputPeerChannel { ChannelId = channel.ChannelId, AccessHash = source.OwnerAccessHash },
            _ => new Tl.InputPeerEmpty(),
        }
        : new Tl.InputPeerEmpty();
}
