using TelegramRest.BotApi;

namespace TelegramRest.Mapping.FileIds;

/// <summary>
/// A file by what it takes to ask Telegram for it. Written as text it is the file_id of the official server,
/// so that ids stay good when a bot moves between servers.
/// <code>
/// base64url( zero runs packed( type|flags · dc · [reference] · id · access hash · [photo source] ) · version · 4 )
/// </code>
/// </summary>
/// <remarks>https://core.telegram.org/api/files</remarks>
public sealed record FileId
{
    /// <summary>The version of the format that is written.</summary>
    internal const int CurrentVersion = 59;

    private const int WebFlag = 1 << 24;
    private const int ReferenceFlag = 1 << 25;
    private const byte CurrentFormat = 4;

    public required FileType Type { get; init; }

    /// <summary>0 for web files.</summary>
    public int DcId { get; init; }

    /// <summary>Lets Telegram check the access; empty when none is known.</summary>
    public ReadOnlyMemory<byte> FileReference { get; init; }

    /// <summary>Of a web file; null for all others.</summary>
    public string? Url { get; init; }

    /// <summary>Of the photo or document.</summary>
    public long Id { get; init; }

    public long AccessHash { get; init; }

    /// <summary>Which picture; null for files that are not of the photo class.</summary>
    public PhotoSource? Source { get; init; }

    /// <summary>The version that an id was read with: it is written back unchanged.</summary>
    internal int Version { get; init; } = CurrentVersion;

    public FileClass Class => FileTypes.ClassOf(Type);

    /// <summary>The same for all accounts and for the whole life of the file. Empty for web files.</summary>
    public string UniqueId => Url != null ? "" : Base64Url.Encode(ZeroRuns.Encode(UniqueBytes()));

    /// <exception cref="BotApiException">400 with the reason.</exception>
    public static FileId Parse(string text) =>
        FileIdParser.TryParse(text, out var fileId) is { } error ? throw BotApiException.BadRequest(error) : fileId!;

    /// <summary>Reads an id that is to be sent as <paramref name="wanted"/>: documents of all kinds may stand for each other, photos only for photos.</summary>
    /// <exception cref="BotApiException">400 with the reason.</exception>
    public static FileId Parse(string text, FileType wanted)
    {
        var fileId = Parse(text);
        if (fileId.Type == wanted || wanted == FileType.Temp)
            return fileId;
        if (fileId.Class == FileClass.Document && FileTypes.ClassOf(wanted) == FileClass.Document)
            return fileId with { Type = wanted };
        if (fileId.Type is FileType.Wallpaper or FileType.Background && wanted is FileType.Wallpaper or FileType.Background)
            return fileId;
        throw BotApiException.BadRequest($"can't use file of type {FileTypes.NameOf(fileId.Type)} as {FileTypes.NameOf(wanted)}");
    }

    public static bool TryParse(string text, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out FileId? fileId) =>
        FileIdParser.TryParse(text, out fileId) == null;

    public override string ToString()
    {
        var body = new FileIdWriter();
        body.Int32((int)Type | (Url != null ? WebFlag : 0) | (FileReference.IsEmpty ? 0 : ReferenceFlag)).Int32(DcId);
        if (!FileReference.IsEmpty)
            body.Bytes(FileReference.Span);
        if (Url != null)
            body.Bytes(System.Text.Encoding.UTF8.GetBytes(Url)).Int64(AccessHash);
        else
            body.Int64(Id).Int64(AccessHash);
        if (Source != null)
            WriteSource(body, Source);

        return Base64Url.Encode([.. ZeroRuns.Encode(body.Written), (byte)Version, CurrentFormat]);
    }

    private static void WriteSource(FileIdWriter body, PhotoSource source)
    {
        body.Int32((int)source.Kind);
        switch (source.Kind)
        {
            case PhotoSourceKind.Thumbnail:
                body.Int32((int)source.FileType).Int32(source.ThumbnailType);
                break;
            case PhotoSourceKind.FullLegacy:
                body.Int64(source.VolumeId).Int64(source.Secret).Int32(source.LocalId);
                break;
            case PhotoSourceKind.ChatPhotoSmall or PhotoSourceKind.ChatPhotoBig:
                body.Int64(source.OwnerId).Int64(source.OwnerAccessHash);
                break;
            case PhotoSourceKind.StickerSetThumbnailVersion:
                body.Int64(source.OwnerId).Int64(source.OwnerAccessHash).Int32(source.Version);
                break;
            default:
                body.Int64(source.OwnerId).Int64(source.OwnerAccessHash).Int64(source.VolumeId).Int32(source.LocalId);
                break;
        }
    }

    private ReadOnlySpan<byte> UniqueBytes()
    {
        var unique = new FileIdWriter().Int32((int)Class + 1);
        switch (Source?.Kind)
        {
            case null:
                return unique.Int64(Id).Written;
            case PhotoSourceKind.Thumbnail or PhotoSourceKind.ChatPhotoSmall or PhotoSourceKind.ChatPhotoBig:
                return unique.Int64(Id).Byte(Source.CompareNumber).Written;
            case PhotoSourceKind.StickerSetThumbnailVersion:
                return unique.Byte(2).Int64(Source.OwnerId).Int32(Source.Version).Written;
            default:
                return unique.Int64(Source.VolumeId).Int32(Source.LocalId).Written;
        }
    }
}
