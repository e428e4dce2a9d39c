using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using TelegramRest.Simulator.Rpc;
using TelegramRest.Simulator.Storage;
using TelegramRest.Simulator.World.Model;
using TelegramRest.Simulator.World.Persistence;

namespace TelegramRest.Simulator.World.Files;

/// <summary>
/// Photos and documents (https://core.telegram.org/api/files). Contents go through the disk in pieces;
/// methods that end in <c>Async</c> are called outside of the world's lock and take it for a moment themselves.
/// </summary>
internal sealed class FileShelf(SimulatorWorld world, BlobStore blobs)
{
    private const long PhotoLimit = 10 * 1024 * 1024;

    private readonly ConcurrentDictionary<long, StoredFile> _files = [];
    private readonly FileReferences _references = new(world);

    /// <summary>Where new files are kept; null for the data centre of whoever uploads.</summary>
    public int? FileDc { get; set; }

    public FileParts Parts { get; } = new(blobs);

    public StoredFile? Find(long id) => _files.GetValueOrDefault(id);

    /// <summary>Makes a photo of uploaded parts.</summary>
    /// <exception cref="RpcError">PHOTO_INVALID_DIMENSIONS, IMAGE_PROCESS_FAILED, PHOTO_SAVE_FILE_INVALID, and what <see cref="FileParts.JoinAsync"/> refuses.</exception>
    public async Task<StoredFile> MakePhotoAsync(Account owner, Tl.InputFileBase file, CancellationToken cancellationToken)
    {
        var (blob, length) = await Parts.JoinAsync(owner, file, cancellationToken);
        return Photo(owner, blob, length);
    }

    /// <summary>Makes a document of uploaded parts, with the attributes that the client gives.</summary>
    public async Task<StoredFile> MakeDocumentAsync(Account owner, Tl.InputMediaUploadedDocument media, CancellationToken cancellationToken)
    {
        var (blob, length) = await Parts.JoinAsync(owner, media.File, cancellationToken);
        var sizes = new List<StoredSize>();
        if (media.Thumb is { } thumb)
        {
            var (thumbBlob, thumbLength) = await Parts.JoinAsync(owner, thumb, cancellationToken);
            if (Inspect(thumbBlob) is { } image)
                sizes.Add(new StoredSize("m", image.Width, image.Height, thumbLength, thumbBlob));
        }

        var attributes = media.Attributes.Any(attribute => attribute is Tl.DocumentAttributeFilename)
            ? media.Attributes
            : [.. media.Attributes, new Tl.DocumentAttributeFilename { FileName = FileName(media.File) }];
        if (!media.ForceFile)
            attributes = FoundAttributes.Complete(attributes, Probe(blob), keepsSilence: media.NosoundVideo);
        return Document(owner, blob, length, media.MimeType.Length == 0 ? "application/octet-stream" : media.MimeType, attributes, sizes);
    }

    /// <summary>Makes a document of content that the simulator itself brings.</summary>
    public StoredFile MakeDocument(Account owner, ReadOnlySpan<byte> content, string mimeType, Tl.DocumentAttributeBase[] attributes)
    {
        var blob = FileParts.NewBlob();
        using (var target = blobs.Create(blob))
            target.Write(content);
        return Document(owner, blob, content.Length, mimeType, attributes, []);
    }

    /// <summary>Makes a photo of content that the simulator itself brings.</summary>
    public async Task<StoredFile> MakePhotoAsync(Account owner, ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        var blob = FileParts.NewBlob();
        await using (var target = blobs.Create(blob))
            await target.WriteAsync(content, cancellationToken);
        return Photo(owner, blob, content.Length);
    }

    /// <summary>Makes a photo of what a URL answers.</summary>
    /// <exception cref="RpcError">WEBPAGE_MEDIA_EMPTY for anything but an image, and what <see cref="ExternalFetcher"/> gives.</exception>
    public async Task<StoredFile> FetchPhotoAsync(Account owner, string url, CancellationToken cancellationToken)
    {
        var (blob, length, _, _) = await FetchAsync(url, ExternalFetcher.PhotoLimit, cancellationToken);
        if (Inspect(blob) is not null)
            return Photo(owner, blob, length);
        blobs.Delete(blob);
        throw new RpcError(400, "WEBPAGE_MEDIA_EMPTY");
    }

    /// <summary>Makes a document of what a URL answers, with attributes found in the content; a web page is none.</summary>
    /// <exception cref="RpcError">WEBPAGE_MEDIA_EMPTY, and what <see cref="ExternalFetcher"/> gives.</exception>
    public async Task<StoredFile> FetchDocumentAsync(Account owner, string url, CancellationToken cancellationToken)
    {
        var (blob, length, mimeType, name) = await FetchAsync(url, ExternalFetcher.DocumentLimit, cancellationToken);
        if (length == 0 || mimeType is "text/html" or "application/xhtml+xml")
        {
            blobs.Delete(blob);
            throw new RpcError(400, "WEBPAGE_MEDIA_EMPTY");
        }

        var info = Probe(blob);
        return Document(owner, blob, length, info?.MimeType ?? mimeType, FoundAttributes.Of(info, name), []);
    }

    public Task<byte[]?> ReadAsync(string blob, long offset, int limit, CancellationToken cancellationToken) => blobs.ReadAsync(blob, offset, limit, cancellationToken);

    public Tl.Photo ToPhoto(StoredFile file) => new()
    {
        Id = file.Id,
        AccessHash = file.AccessHash,
        FileReference = _references.Now(file),
        Date = file.Date,
        Sizes = Sizes(file),
        DcId = file.DcId,
    };

    public Tl.Document ToDocument(StoredFile file) => new()
    {
        Id = file.Id,
        AccessHash = file.AccessHash,
        FileReference = _references.Now(file),
        Date = file.Date,
        MimeType = file.MimeType,
        Size = file.Size,
        Thumbs = file.Sizes.Count == 0 ? null : Sizes(file),
        DcId = file.DcId,
        Attributes = file.Attributes,
    };

    /// <summary>Gives kept media the file references of today: those that it was kept with may have expired.</summary>
    [return: NotNullIfNotNull(nameof(media))]
    public Tl.MessageMediaBase? Refresh(Tl.MessageMediaBase? media) => new MediaRefresher(this).Refresh(media);

    /// <summary>Finds a file that a client names; its reference must not have expired.</summary>
    /// <exception cref="RpcError">FILE_REFERENCE_EMPTY, FILE_REFERENCE_EXPIRED, FILE_REFERENCE_INVALID, or <paramref name="unknown"/>.</exception>
    public StoredFile Require(long id, long accessHash, ReadOnlyMemory<byte> reference, FileKind kind, string unknown)
    {
        if (Find(id) is not { } file || file.AccessHash != accessHash || file.Kind != kind)
            throw new RpcError(400, unknown);
        _references.Check(file, reference);
        return file;
    }

    /// <summary>Makes every file reference that was given out until now invalid.</summary>
    public void ExpireReferences()
    {
        foreach (var file in _files.Values)
        {
            file.ReferenceGeneration++;
            world.Rows.Save(file);
        }
    }

    /// <summary>Keeps a change of a file's description.</summary>
    public void Save(StoredFile file)
    {
        _files[file.Id] = file;
        world.Rows.Save(file);
    }

    public void Load()
    {
        foreach (var (_, file) in world.Rows.Load(Rows.Files, WorldJson.Default.StoredFile))
            _files[file.Id] = file;
    }

    private static string FileName(Tl.InputFileBase file) => file switch
    {
        Tl.InputFile small => small.Name,
        Tl.InputFileBig big => big.Name,
        _ => "",
    };

    private static long NewId() => BinaryPrimitives.ReadInt64LittleEndian(RandomNumberGenerator.GetBytes(8)) & long.MaxValue;

    private static Tl.PhotoSizeBase[] Sizes(StoredFile file) => [StrippedThumbnail.Of(file.Sizes[^1]), .. file.Sizes.Select(Size)];

    /// <summary>Large sizes of photos are progressive: they can be shown from the first part of their bytes on.</summary>
    private static Tl.PhotoSizeBase Size(StoredSize size) => size.Type is "y" or "w" && size.Size >= 5
        ? new Tl.PhotoSizeProgressive { Type = size.Type, W = size.Width, H = size.Height, Sizes = [.. Enumerable.Range(1, 5).Select(part => (int)(size.Size * part / 5))] }
        : new Tl.PhotoSize { Type = size.Type, W = size.Width, H = size.Height, Size = (int)size.Size };

    private StoredFile Photo(Account owner, string blob, long length)
    {
        var image = Inspect(blob);
        var problem = image switch
        {
            null => "IMAGE_PROCESS_FAILED",
            _ when length > PhotoLimit => "PHOTO_SAVE_FILE_INVALID",
            _ when image.Width + image.Height > 10_000 || Math.Max(image.Width, image.Height) > 20 * Math.Min(image.Width, image.Height) => "PHOTO_INVALID_DIMENSIONS",
            _ => null,
        };
        if (problem is not null)
        {
            blobs.Delete(blob);
            throw new RpcError(400, problem);
        }

        return Keep(new StoredFile
        {
            Id = NewId(),
            AccessHash = NewId(),
            Kind = FileKind.Photo,
            Date = world.Clock.Now,
            DcId = FileDc ?? owner.HomeDc,
            MimeType = image!.MimeType,
            Size = length,
            Sizes = PhotoSizes.Of(image, length, blob),
        });
    }

    private StoredFile Document(Account owner, string blob, long length, string mimeType, Tl.DocumentAttributeBase[] attributes, List<StoredSize> sizes)
    {
        if (mimeType.StartsWith("image/", StringComparison.Ordinal) && Inspect(blob) is { } image)
        {
            if (!attributes.Any(attribute => attribute is Tl.DocumentAttributeImageSize))
                attributes = [new Tl.DocumentAttributeImageSize { W = image.Width, H = image.Height }, .. attributes];
            if (sizes.Count == 0)
                sizes.Add(PhotoSizes.Thumbnail(image, length, blob));
        }

        return Keep(new StoredFile
        {
            Id = NewId(),
            AccessHash = NewId(),
            Kind = FileKind.Document,
            Date = world.Clock.Now,
            DcId = FileDc ?? owner.HomeDc,
            MimeType = mimeType,
            Size = length,
            Blob = blob,
            Sizes = sizes,
            Attributes = attributes,
        });
    }

    private StoredFile Keep(StoredFile file)
    {
        lock (world.Gate)
            Save(file);
        return file;
    }

    private async Task<(string Blob, long Length, string MimeType, string Name)> FetchAsync(string url, long limit, CancellationToken cancellationToken)
    {
        var blob = FileParts.NewBlob();
        try
        {
            await using var target = blobs.Create(blob);
            var (mimeType, name) = await world.Fetcher.FetchAsync(url, limit, target, world.Log, cancellationToken);
            return (blob, target.Length, mimeType, name);
        }
        catch
        {
            blobs.Delete(blob);
            throw;
        }
    }

    private ImageInfo? Inspect(string blob)
    {
        using var stream = blobs.Open(blob);
        return stream is null ? null : ImageInfo.Read(stream);
    }

    private MediaInfo? Probe(string blob)
    {
        using var stream = blobs.Open(blob);
        return stream is null ? null : MediaInfo.Read(stream);
    }
}
