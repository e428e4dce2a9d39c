namespace TelegramRest.Mapping.FileIds;

/// <summary>Which picture of a photo, document, chat or sticker set a file_id means. Fields that a kind does not have are 0.</summary>
public sealed record PhotoSource(PhotoSourceKind Kind)
{
    /// <summary>Of a thumbnail: the type of the file that it belongs to.</summary>
    public FileType FileType { get; init; }

    /// <summary>Of a thumbnail: its size's letter.</summary>
    public char ThumbnailType { get; init; }

    /// <summary>The chat of a chat photo, or the sticker set.</summary>
    public long OwnerId { get; init; }

    public long OwnerAccessHash { get; init; }

    public long VolumeId { get; init; }

    public long Secret { get; init; }

    public int LocalId { get; init; }

    /// <summary>Of a sticker set's thumbnail.</summary>
    public int Version { get; init; }

    public static PhotoSource Thumbnail(FileType fileType, char thumbnailType) =>
        new(PhotoSourceKind.Thumbnail) { FileType = fileType, ThumbnailType = thumbnailType };

    public static PhotoSource ChatPhoto(long chatId, long accessHash, bool isBig) =>
        new(isBig ? PhotoSourceKind.ChatPhotoBig : PhotoSourceKind.ChatPhotoSmall) { OwnerId = chatId, OwnerAccessHash = accessHash };

    /// <summary>The number that tells pictures of one photo apart in file_unique_id. The chat photo sizes share their numbers with sizes <c>a</c> and <c>c</c>.</summary>
    internal byte CompareNumber => Kind switch
    {
        PhotoSourceKind.Thumbnail => ThumbnailType switch { 'a' => 0, 'c' => 1, _ => (byte)(ThumbnailType + 5) },
        PhotoSourceKind.ChatPhotoBig => 1,
        _ => 0,
    };
}
