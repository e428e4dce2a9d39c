using System.Text;

namespace TelegramRest.Mapping.FileIds;

/// <summary>Reads file_ids of all versions.</summary>
internal static class FileIdParser
{
    private const int WebFlag = 1 << 24;
    private const int ReferenceFlag = 1 << 25;

    private const byte UnversionedFormat = 2;
    private const byte GeneratedFormat = 3;
    private const byte CurrentFormat = 4;

    /// <summary>From here on photo sources say where a picture is; volume and local id no longer stand outside of them.</summary>
    private const int SelfContainedSource = 32;

    /// <summary>From here on there are photo sources.</summary>
    private const int TaggedSource = 22;

    private const string Malformed = "Wrong remote file identifier specified: can't unserialize it";

    /// <returns>Why the text is no file_id; null when it is one.</returns>
    public static string? TryParse(string text, out FileId? fileId)
    {
        fileId = null;
        if (Base64Url.TryDecode(text, out var packed) is { } reason)
            return "Wrong remote file identifier specified: " + reason;
        if (packed.Length == 0)
            return "Remote file identifier must be non-empty";

        switch (packed[^1])
        {
            case UnversionedFormat:
                return ParseBody(packed.AsSpan(..^1), 0, out fileId);
            case GeneratedFormat:
                return "Unexpected conversion type";
            case CurrentFormat when packed.Length < 2 || packed[^2] > FileId.CurrentVersion:
                return "Invalid remote file identifier";
            case CurrentFormat:
                return ParseBody(packed.AsSpan(..^2), packed[^2], out fileId);
            default:
                return Malformed + ". Wrong last symbol";
        }
    }

    private static string? ParseBody(ReadOnlySpan<byte> packed, int version, out FileId? fileId)
    {
        fileId = null;
        var reader = new FileIdReader(ZeroRuns.Decode(packed));
        var head = reader.Int32();
        var number = head & ~(WebFlag | ReferenceFlag);
        var dcId = reader.Int32();
        var reference = (head & ReferenceFlag) != 0 ? reader.Bytes().ToArray() : [];
        if (reader.IsBroken || !FileTypes.IsKnown(number))
            return Malformed;

        // One mark stands for "known to be of no use".
        if (reference is [(byte)'#'])
            reference = [];

        var type = (FileType)number;
        var result = new FileId
        {
            Type = type,
            DcId = dcId,
            FileReference = reference,
            Version = version >= SelfContainedSource ? version : FileId.CurrentVersion,
        };
        if ((head & WebFlag) != 0)
        {
            result = result with { Url = Encoding.UTF8.GetString(reader.Bytes()), AccessHash = reader.Int64() };
        }
        else
        {
            result = result with { Id = reader.Int64(), AccessHash = reader.Int64() };
            switch (FileTypes.ClassOf(type))
            {
                case FileClass.Temp:
                    return Malformed;
                case FileClass.Photo:
                    var source = version >= SelfContainedSource ? ReadSource(ref reader) : ReadOldSource(ref reader, version);
                    if (source == null || !Fits(source, type))
                        return Malformed;
                    result = result with { Source = source };
                    break;
            }
        }

        if (!reader.IsAtEnd)
            return Malformed;
        fileId = result;
        return null;
    }

    private static PhotoSource? ReadSource(ref FileIdReader reader)
    {
        var kind = (PhotoSourceKind)reader.Int32();
        switch (kind)
        {
            case PhotoSourceKind.Thumbnail:
                return ReadThumbnail(ref reader);
            case PhotoSourceKind.FullLegacy:
                return new PhotoSource(kind) { VolumeId = reader.Int64(), Secret = reader.Int64(), LocalId = reader.Int32() };
            case PhotoSourceKind.ChatPhotoSmall or PhotoSourceKind.ChatPhotoBig:
                return new PhotoSource(kind) { OwnerId = reader.Int64(), OwnerAccessHash = reader.Int64() };
            case PhotoSourceKind.ChatPhotoSmallLegacy or PhotoSourceKind.ChatPhotoBigLegacy or PhotoSourceKind.StickerSetThumbnailLegacy:
                return new PhotoSource(kind) { OwnerId = reader.Int64(), OwnerAccessHash = reader.Int64(), VolumeId = reader.Int64(), LocalId = reader.Int32() };
            case PhotoSourceKind.StickerSetThumbnailVersion:
                return new PhotoSource(kind) { OwnerId = reader.Int64(), OwnerAccessHash = reader.Int64(), Version = reader.Int32() };
            default:
                return null;
        }
    }

    private static PhotoSource? ReadThumbnail(ref FileIdReader reader)
    {
        var fileType = reader.Int32();
        var thumbnailType = reader.Int32();
        return FileTypes.IsKnown(fileType) && thumbnailType is >= 0 and <= 127
            ? PhotoSource.Thumbnail((FileType)fileType, (char)thumbnailType)
            : null;
    }

    private static PhotoSource? ReadOldSource(ref FileIdReader reader, int version)
    {
        var volumeId = reader.Int64();
        if (version < TaggedSource)
            return new PhotoSource(PhotoSourceKind.FullLegacy) { VolumeId = volumeId, Secret = reader.Int64(), LocalId = reader.Int32() };

        const int legacy = 0, thumbnail = 1, chatPhotoSmall = 2, chatPhotoBig = 3, stickerSet = 4;
        var tag = reader.Int32();
        switch (tag)
        {
            case legacy:
                return new PhotoSource(PhotoSourceKind.FullLegacy) { VolumeId = volumeId, Secret = reader.Int64(), LocalId = reader.Int32() };
            case thumbnail:
                var source = ReadThumbnail(ref reader);
                reader.Int32();
                return source;
            case chatPhotoSmall or chatPhotoBig or stickerSet:
                var kind = tag == chatPhotoSmall ? PhotoSourceKind.ChatPhotoSmallLegacy
                    : tag == chatPhotoBig ? PhotoSourceKind.ChatPhotoBigLegacy
                    : PhotoSourceKind.StickerSetThumbnailLegacy;
                return new PhotoSource(kind) { OwnerId = reader.Int64(), OwnerAccessHash = reader.Int64(), VolumeId = volumeId, LocalId = reader.Int32() };
            default:
                return null;
        }
    }

    private static bool Fits(PhotoSource source, FileType type) => source.Kind switch
    {
        PhotoSourceKind.Thumbnail => source.FileType == type && type is FileType.Photo or FileType.PhotoStory or FileType.SelfDestructingPhoto
            or FileType.Thumbnail or FileType.EncryptedThumbnail,
        PhotoSourceKind.ChatPhotoSmall or PhotoSourceKind.ChatPhotoBig or PhotoSourceKind.ChatPhotoSmallLegacy or PhotoSourceKind.ChatPhotoBigLegacy
            => type == FileType.ProfilePhoto,
        PhotoSourceKind.StickerSetThumbnailLegacy or PhotoSourceKind.StickerSetThumbnailVersion => type == FileType.Thumbnail,
        _ => true,
    };
}
