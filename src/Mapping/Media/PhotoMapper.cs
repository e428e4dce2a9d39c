using TelegramRest.BotApi;
using TelegramRest.Mapping.FileIds;

namespace TelegramRest.Mapping.Media;

/// <summary>Photos and thumbnails: every stored size is a file of its own.</summary>
/// <remarks>https://core.telegram.org/api/files#image-thumbnail-types</remarks>
public static class PhotoMapper
{
    /// <returns>Smallest first; empty when the photo is gone.</returns>
    public static PhotoSize[] ToBotApi(Tl.PhotoBase? photo) => photo is Tl.Photo full ? Sizes(full) : [];

    public static ChatPhoto ToChatPhoto(long chatId, long accessHash, long photoId, int dcId)
    {
        var small = File(isBig: false);
        var big = File(isBig: true);
        return new ChatPhoto
        {
            SmallFileId = small.ToString(),
            SmallFileUniqueId = small.UniqueId,
            BigFileId = big.ToString(),
            BigFileUniqueId = big.UniqueId,
        };

        FileId File(bool isBig) => new()
        {
            Type = FileType.ProfilePhoto,
            DcId = dcId,
            Id = photoId,
            Source = PhotoSource.ChatPhoto(chatId, accessHash, isBig),
        };
    }

    /// <summary>The still picture that a document shows before it is opened.</summary>
    public static PhotoSize? Thumbnail(Tl.Document document)
    {
        foreach (var thumb in document.Thumbs ?? [])
        {
            if (Size(thumb) is { } size)
                return ToBotApi(ThumbnailFile(document, size.Letter), size);
        }

        return null;
    }

    /// <summary>A picture inside a document, named by its letter.</summary>
    public static FileId ThumbnailFile(Tl.Document document, char letter) => new()
    {
        Type = FileType.Thumbnail,
        DcId = document.DcId,
        FileReference = document.FileReference,
        Id = document.Id,
        AccessHash = document.AccessHash,
        Source = PhotoSource.Thumbnail(FileType.Thumbnail, letter),
    };

    private static PhotoSize[] Sizes(Tl.Photo photo) =>
    [
        .. photo.Sizes
            .Select(Size)
            .OfType<StoredSize>()
            .OrderBy(size => (long)size.Width * size.Height)
            .Select(size => ToBotApi(
                new FileId
                {
                    Type = FileType.Photo,
                    DcId = photo.DcId,
                    FileReference = photo.FileReference,
                    Id = photo.Id,
                    AccessHash = photo.AccessHash,
                    Source = PhotoSource.Thumbnail(FileType.Photo, size.Letter),
                },
                size)),
    ];

    private sealed record StoredSize(char Letter, int Width, int Height, int Bytes);

    /// <summary>Sizes that travel inside the object itself (blurred and vector previews) are no files.</summary>
    private static StoredSize? Size(Tl.PhotoSizeBase size) => size switch
    {
        Tl.PhotoSize stored when stored.Type.Length != 0 => new StoredSize(stored.Type[0], stored.W, stored.H, stored.Size),
        Tl.PhotoSizeProgressive stored when stored.Type.Length != 0 => new StoredSize(stored.Type[0], stored.W, stored.H, stored.Sizes.Length == 0 ? 0 : stored.Sizes.Max()),
        Tl.PhotoCachedSize stored when stored.Type.Length != 0 => new StoredSize(stored.Type[0], stored.W, stored.H, stored.Bytes.Length),
        _ => null,
    };

    private static PhotoSize ToBotApi(FileId file, StoredSize size) => new()
    {
        FileId = file.ToString(),
        FileUniqueId = file.UniqueId,
        Width = size.Width,
        Height = size.Height,
        FileSize = ((long)size.Bytes).OrNull(),
    };
}
