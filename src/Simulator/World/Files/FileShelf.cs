using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using TelegramRest.Simulator.Rpc;
using TelegramRest.Simulator.Storage;
using TelegramRest.Simulator.World.Model;
using TelegramRest.Simulator.World.Persistence;

namespace TelegramRest.Simulator.World.Files;

/// <summary>
/// Photos and documents, and the parts that they are uploaded in (https://core.telegram.org/api/files). Contents go through the disk in pieces;
/// methods that end in <c>Async</c> are called outside of the world's lock and take it for a moment themselves.
/// </summary>
internal sealed class FileShelf(SimulatorWorld world, BlobStore blobs)
{
    private const int MaximalPart = 512 * 1024;
    private const int MaximalParts = 8000;
    private const long PhotoLimit = 10 * 1024 * 1024;

    private readonly ConcurrentDictionary<long, StoredFile> _files = [];

    /// <summary>Where new files are kept; null for the data centre of whoever uploads.</summary>
    public int? FileDc { get; set; }

    public StoredFile? Find(long id) => _files.GetValueOrDefault(id);

    /// <exception cref="RpcError">FILE_PART_EMPTY, FILE_PART_INVALID, FILE_PART_TOO_BIG.</exception>
    public async Task SavePartAsync(Account owner, long fileId, int part, ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        if (part is < 0 or >= MaximalParts)
            throw new RpcError(400, "FILE_PART_INVALID");
        if (bytes.Length == 0)
            throw new RpcError(400, "FILE_PART_EMPTY");
        if (bytes.Length > MaximalPart)
            throw new RpcError(400, "FILE_PART_TOO_BIG");
        await blobs.PutPartAsync(owner.Id, fileId, part, bytes, cancellationToken);
    }

    /// <summary>Makes a photo of uploaded parts.</summary>
    /// <exception cref="RpcError">FILE_PART_n_MISSING, PHOTO_INVALID_DIMENSIONS, IMAGE_PROCESS_FAILED, PHOTO_SAVE_FILE_INVALID.</exception>
    public async Task<StoredFile> MakePhotoAsync(Account owner, Tl.InputFileBase file, CancellationToken cancellationToken)
    {
        var (blob, length) = await JoinAsync(owner, file, cancellationToken);
        return Photo(owner, blob, length);
    }

    /// <summary>Makes a document of uploaded parts.</summary>
    public async Task<StoredFile> MakeDocumentAsync(Account owner, Tl.InputMediaUploadedDocument media, CancellationToken cancellationToken)
    {
        var (blob, length) = await JoinAsync(owner, media.File, cancellationToken);
        var sizes = new List<StoredSize>();
        if (media.Thumb is { } thumb)
        {
            var (thumbBlob, thumbLength) = await JoinAsync(owner, thumb, cancellationToken);
            if (Inspect(thumbBlob) is { } image)
                sizes.Add(new StoredSize("m", image.Width, image.Height, thumbLength, thumbBlob));
        }

        var attributes = media.Attributes.Any(attribute => attribute is Tl.DocumentAttributeFilename)
            ? media.Attributes
            : [.. media.Attributes, new Tl.DocumentAttributeFilename { FileName = FileName(media.File) }];
        return Document(owner, blob, length, media.MimeType.Length == 0 ? "application/octet-stream" : media.MimeType, attributes, sizes);
    }

    /// <summary>Makes a photo of what a URL answers.</summary>
    public async Task<StoredFile> FetchPhotoAsync(Account owner, string url, CancellationToken cancellationToken)
    {
        var (blob, length, _, _) = await FetchAsync(url, ExternalFetcher.PhotoLimit, cancellationToken);
        if (Inspect(blob) is not null)
            return Photo(owner, blob, length);
        blobs.Delete(blob);
        throw new RpcError(400, "WEBPAGE_MEDIA_EMPTY");
    }

    /// <summary>Makes a document of what a URL answers; a web page is none.</summary>
    public async Task<StoredFile> FetchDocumentAsync(Account owner, string url, CancellationToken cancellationToken)
    {
        var (blob, length, mimeType, name) = await FetchAsync(url, ExternalFetcher.DocumentLimit, cancellationToken);
        if (length > 0 && mimeType is not ("text/html" or "application/xhtml+xml"))
            return Document(owner, blob, length, mimeType, [new Tl.DocumentAttributeFilename { FileName = name }], []);
        blobs.Delete(blob);
        throw new RpcError(400, "WEBPAGE_MEDIA_EMPTY");
    }

    public Task<byte[]?> ReadAsync(string blob, long offset, int limit, CancellationToken cancellationToken) => blobs.ReadAsync(blob, offset, limit, cancellationToken);

    public Tl.Photo ToPhoto(StoredFile file) => new()
    {
        Id = file.Id,
        AccessHash = file.AccessHash,
        FileReference = world.Hashes.FileReference(file.Id, file.ReferenceGeneration),
        Date = file.Date,
        Sizes = Sizes(file),
        DcId = file.DcId,
    };

    public Tl.Document ToDocument(StoredFile file) => new()
    {
        Id = file.Id,
        AccessHash = file.AccessHash,
        FileReference = world.Hashes.FileReference(file.Id, file.ReferenceGeneration),
        Date = file.Date,
        MimeType = file.MimeType,
        Size = file.Size,
        Thumbs = file.Sizes.Count == 0 ? null : Sizes(file),
        DcId = file.DcId,
        Attributes = file.Attributes,
    };

    /// <summary>Gives kept media the file reference of today: those that it was kept with may have expired.</summary>
    public Tl.MessageMediaBase Refresh(Tl.MessageMediaBase media)
    {
        switch (media)
        {
            case Tl.MessageMediaPhoto { Photo: Tl.Photo photo } when Find(photo.Id) is { ReferenceGeneration: > 1 } file:
                var freshPhoto = Copy<Tl.MessageMediaPhoto>(media);
                freshPhoto.Photo = ToPhoto(file);
                return freshPhoto;
            case Tl.MessageMediaDocument { Document: Tl.Document document } when Find(document.Id) is { ReferenceGeneration: > 1 } file:
                var freshDocument = Copy<Tl.MessageMediaDocument>(media);
                freshDocument.Document = ToDocument(file);
                return freshDocument;
            default:
                return media;
        }
    }

    /// <summary>Finds a file that a client names; its reference must be of today.</summary>
    /// <exception cref="RpcError">FILE_REFERENCE_EMPTY, FILE_REFERENCE_EXPIRED, FILE_REFERENCE_INVALID, or <paramref name="unknown"/>.</exception>
    public StoredFile Require(long id, long accessHash, ReadOnlyMemory<byte> reference, FileKind kind, string unknown)
    {
        if (Find(id) is not { } file || file.AccessHash != accessHash || file.Kind != kind)
            throw new RpcError(400, unknown);
        if (reference.Length == 0)
            throw new RpcError(400, "FILE_REFERENCE_EMPTY");
        if (reference.Span.SequenceEqual(world.Hashes.FileReference(id, file.ReferenceGeneration)))
            return file;
        throw new RpcError(400, reference.Length == 12 && BinaryPrimitives.ReadInt32LittleEndian(reference.Span) < file.ReferenceGeneration ? "FILE_REFERENCE_EXPIRED" : "FILE_REFERENCE_INVALID");
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

    public void Load()
    {
        foreach (var (_, file) in world.Rows.Load(Rows.Files, WorldJson.Default.StoredFile))
            _files[file.Id] = file;
    }

    private static T Copy<T>(Tl.TlObject source)
        where T : Tl.TlObject
    {
        using var writer = new Tl.TlWriter();
        source.Write(writer);
        return TlJson<T>.Decode(writer.WrittenMemory.ToArray());
    }

    private static string FileName(Tl.InputFileBase file) => file switch
    {
        Tl.InputFile small => small.Name,
        Tl.InputFileBig big => big.Name,
        _ => "",
    };

    private static string NewBlob() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));

    private static long NewId() => BinaryPrimitives.ReadInt64LittleEndian(RandomNumberGenerator.GetBytes(8)) & long.MaxValue;

    private static Tl.PhotoSizeBase[] Sizes(StoredFile file) =>
        [.. file.Sizes.Select(size => new Tl.PhotoSize { Type = size.Type, W = size.Width, H = size.Height, Size = (int)size.Size })];

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
        if (mimeType.StartsWith("image/", StringComparison.Ordinal) && !attributes.Any(attribute => attribute is Tl.DocumentAttributeImageSize) && Inspect(blob) is { } image)
            attributes = [new Tl.DocumentAttributeImageSize { W = image.Width, H = image.Height }, .. attributes];
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
        {
            _files[file.Id] = file;
            world.Rows.Save(file);
        }

        return file;
    }

    private async Task<(string Blob, long Length)> JoinAsync(Account owner, Tl.InputFileBase file, CancellationToken cancellationToken)
    {
        var (id, parts) = file switch
        {
            Tl.InputFile small => (small.Id, small.Parts),
            Tl.InputFileBig big => (big.Id, big.Parts),
            _ => throw new RpcError(400, "MEDIA_INVALID"),
        };
        if (parts is < 1 or > MaximalParts)
            throw new RpcError(400, "FILE_PARTS_INVALID");
        long? first = null;
        for (var part = 0; part < parts; part++)
        {
            var size = blobs.PartSize(owner.Id, id, part) ?? throw new RpcError(400, string.Create(CultureInfo.InvariantCulture, $"FILE_PART_{part}_MISSING"));
            first ??= size;
            if (part < parts - 1 && (size != first || size % 1024 != 0))
                throw new RpcError(400, "FILE_PART_SIZE_INVALID");
        }

        var blob = NewBlob();
        return (blob, await blobs.JoinPartsAsync(owner.Id, id, parts, blob, cancellationToken));
    }

    private async Task<(string Blob, long Length, string MimeType, string Name)> FetchAsync(string url, long limit, CancellationToken cancellationToken)
    {
        var blob = NewBlob();
        using var fetcher = new ExternalFetcher();
        try
        {
            await using var target = blobs.Create(blob);
            var (mimeType, name) = await fetcher.FetchAsync(url, limit, target, world.Log, cancellationToken);
            return (blob, target.Length, mimeType, name);
        }
        catch (RpcError)
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
}
