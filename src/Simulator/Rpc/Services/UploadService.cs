using System.Globalization;
using System.Security.Cryptography;
using TelegramRest.Simulator.World;
using TelegramRest.Simulator.World.Files;
using TelegramRest.Simulator.World.Model;

namespace TelegramRest.Simulator.Rpc.Services;

/// <summary>upload.*: parts in, pieces out (https://core.telegram.org/api/files).</summary>
internal sealed class UploadService(SimulatorWorld world) : IRpcService
{
    private const int MaximalLimit = 1024 * 1024;
    private const int HashedPiece = 128 * 1024;

    public void Register(RpcTable table)
    {
        table.OnAsync<Tl.Upload.SaveFilePart, bool>(Access.Account | Access.Everywhere, SavePartAsync);
        table.OnAsync<Tl.Upload.SaveBigFilePart, bool>(Access.Account | Access.Everywhere, SaveBigPartAsync);
        table.OnAsync<Tl.Upload.GetFile, Tl.Upload.FileBase>(Access.Account | Access.Everywhere, GetFileAsync);
        table.OnAsync<Tl.Upload.GetFileHashes, Tl.FileHash[]>(Access.Account | Access.Everywhere, GetHashesAsync);
    }

    private async Task<bool> SavePartAsync(Caller caller, Tl.Upload.SaveFilePart method, CancellationToken cancellationToken)
    {
        await world.Files.Parts.SaveAsync(caller.Me, method.FileId, method.FilePart, method.Bytes, cancellationToken);
        return true;
    }

    private async Task<bool> SaveBigPartAsync(Caller caller, Tl.Upload.SaveBigFilePart method, CancellationToken cancellationToken)
    {
        // The number of parts may be left open (−1) while a stream's length is not known.
        if (method.FileTotalParts is 0 or < -1 or > FileParts.MaximalParts)
            throw new RpcError(400, "FILE_PARTS_INVALID");
        if (method.FileTotalParts > 0 && method.FilePart >= method.FileTotalParts)
            throw new RpcError(400, "FILE_PART_INVALID");
        world.Files.Parts.CheckBig(caller.Me, method.FileId, method.FilePart, method.FileTotalParts, method.Bytes.Length);
        await world.Files.Parts.SaveAsync(caller.Me, method.FileId, method.FilePart, method.Bytes, cancellationToken);
        return true;
    }

    private async Task<Tl.Upload.FileBase> GetFileAsync(Caller caller, Tl.Upload.GetFile method, CancellationToken cancellationToken)
    {
        CheckWindow(method);
        var (file, blob) = Locate(caller, method.Location);
        var bytes = await world.Files.ReadAsync(blob, method.Offset, method.Limit, cancellationToken) ?? throw new RpcError(400, "FILE_ID_INVALID");
        return new Tl.Upload.File { Type = Type(file), Mtime = file.Date, Bytes = bytes };
    }

    /// <summary>Offsets and limits are multiples of 4 KiB (1 KiB when precise), and a piece does not cross a mebibyte's border.</summary>
    private static void CheckWindow(Tl.Upload.GetFile method)
    {
        var unit = method.Precise ? 1024 : 4096;
        if (method.Offset < 0 || method.Offset % unit != 0)
            throw new RpcError(400, "OFFSET_INVALID");
        if (method.Limit is <= 0 or > MaximalLimit || method.Limit % unit != 0 || (!method.Precise && MaximalLimit % method.Limit != 0))
            throw new RpcError(400, "LIMIT_INVALID");
        if (method.Offset / MaximalLimit != (method.Offset + method.Limit - 1) / MaximalLimit)
            throw new RpcError(400, "LIMIT_INVALID");
    }

    /// <summary>SHA-256 of every 128 KiB from the offset on, up to a mebibyte (https://core.telegram.org/cdn#verifying-files).</summary>
    private async Task<Tl.FileHash[]> GetHashesAsync(Caller caller, Tl.Upload.GetFileHashes method, CancellationToken cancellationToken)
    {
        if (method.Offset < 0 || method.Offset % HashedPiece != 0)
            throw new RpcError(400, "OFFSET_INVALID");
        var (_, blob) = Locate(caller, method.Location);
        var bytes = await world.Files.ReadAsync(blob, method.Offset, MaximalLimit, cancellationToken) ?? throw new RpcError(400, "FILE_ID_INVALID");
        return [.. bytes.Chunk(HashedPiece).Select((piece, index) => new Tl.FileHash { Offset = method.Offset + ((long)index * HashedPiece), Limit = piece.Length, Hash = SHA256.HashData(piece) })];
    }

    private (StoredFile File, string Blob) Locate(Caller caller, Tl.InputFileLocationBase location)
    {
        var found = Locate(location);
        return found.File.DcId == caller.Context.DcId ? found : throw new RpcError(303, string.Create(CultureInfo.InvariantCulture, $"FILE_MIGRATE_{found.File.DcId}"));
    }

    private (StoredFile File, string Blob) Locate(Tl.InputFileLocationBase location)
    {
        switch (location)
        {
            case Tl.InputDocumentFileLocation document:
                var found = world.Files.Require(document.Id, document.AccessHash, document.FileReference, FileKind.Document, "FILE_ID_INVALID");
                return (found, document.ThumbSize.Length == 0 ? found.Blob : Size(found, document.ThumbSize));
            case Tl.InputPhotoFileLocation photo:
                var image = world.Files.Require(photo.Id, photo.AccessHash, photo.FileReference, FileKind.Photo, "FILE_ID_INVALID");
                return (image, Size(image, photo.ThumbSize));
            case Tl.InputPeerPhotoFileLocation peerPhoto when world.Files.Find(peerPhoto.PhotoId) is { Kind: FileKind.Photo } profile:
                return (profile, profile.Sizes[peerPhoto.Big ? ^1 : 0].Blob);
            default:
                throw new RpcError(400, "LOCATION_INVALID");
        }
    }

    private static string Size(StoredFile file, string type) => (file.Sizes.Find(size => size.Type == type) ?? throw new RpcError(400, "LOCATION_INVALID")).Blob;

    private static Tl.Storage.FileTypeBase Type(StoredFile file) => file.MimeType switch
    {
        "image/jpeg" => new Tl.Storage.FileJpeg(),
        "image/png" => new Tl.Storage.FilePng(),
        "image/gif" => new Tl.Storage.FileGif(),
        "image/webp" => new Tl.Storage.FileWebp(),
        "application/pdf" => new Tl.Storage.FilePdf(),
        "video/mp4" => new Tl.Storage.FileMp4(),
        "audio/mpeg" => new Tl.Storage.FileMp3(),
        _ => new Tl.Storage.FileUnknown(),
    };
}
