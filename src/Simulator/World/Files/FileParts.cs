using System.Globalization;
using System.Security.Cryptography;
using TelegramRest.Simulator.Rpc;
using TelegramRest.Simulator.Storage;
using TelegramRest.Simulator.World.Business;
using TelegramRest.Simulator.World.Model;

namespace TelegramRest.Simulator.World.Files;

/// <summary>The parts that files are uploaded in (https://core.telegram.org/api/files#uploading-files): up to 8,000 of at most 512 KiB, all but the last of one size.</summary>
internal sealed class FileParts(BlobStore blobs)
{
    /// <summary>Parts of a file that is sent with <c>upload.saveBigFilePart</c>.</summary>
    public const int MaximalParts = 8000;

    private const int MaximalPart = 512 * 1024;
    private const long SmallFileLimit = 10 * 1024 * 1024;

    /// <exception cref="RpcError">FILE_PART_INVALID, FILE_PART_EMPTY, FILE_PART_TOO_BIG.</exception>
    public async Task SaveAsync(Account owner, long fileId, int part, ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        if (part is < 0 or >= MaximalParts)
            throw new RpcError(400, "FILE_PART_INVALID");
        if (bytes.Length == 0)
            throw new RpcError(400, "FILE_PART_EMPTY");
        if (bytes.Length > MaximalPart)
            throw new RpcError(400, "FILE_PART_TOO_BIG");
        await blobs.PutPartAsync(owner.Id, fileId, part, bytes, cancellationToken);
    }

    /// <summary>A part of a big file must have the size of its neighbours: only the last may be shorter.</summary>
    /// <exception cref="RpcError">FILE_PART_SIZE_INVALID, FILE_PART_SIZE_CHANGED.</exception>
    public void CheckBig(Account owner, long fileId, int part, int total, int length)
    {
        if (part == total - 1)
            return;

        // While the total is open any part may be the last; whether it was is seen when the file is used.
        if (total > 0 && length <= MaximalPart && !IsWhole(length))
            throw new RpcError(400, "FILE_PART_SIZE_INVALID");
        if (total > 0 && part > 0 && blobs.PartSize(owner.Id, fileId, 0) is { } first && first != length)
            throw new RpcError(400, "FILE_PART_SIZE_CHANGED");
    }

    /// <summary>Makes one file of the parts and drops them.</summary>
    /// <exception cref="RpcError">FILE_PARTS_INVALID, FILE_PART_n_MISSING, FILE_PART_SIZE_INVALID, MD5_CHECKSUM_INVALID.</exception>
    public async Task<(string Blob, long Length)> JoinAsync(Account owner, Tl.InputFileBase file, CancellationToken cancellationToken)
    {
        var (id, parts, checksum) = file switch
        {
            Tl.InputFile small => (small.Id, small.Parts, small.Md5Checksum),
            Tl.InputFileBig big => (big.Id, big.Parts, ""),
            _ => throw new RpcError(400, "MEDIA_INVALID"),
        };
        if (parts is < 1 or > MaximalParts)
            throw new RpcError(400, "FILE_PARTS_INVALID");

        // A connected bot uploads under its own name what it sends in a person's.
        var uploaderId = BusinessScope.Current?.BotId ?? owner.Id;
        var total = Measure(uploaderId, id, parts);
        if (file is Tl.InputFile && total > SmallFileLimit)
            throw new RpcError(400, "FILE_PARTS_INVALID");

        var blob = NewBlob();
        var length = await blobs.JoinPartsAsync(uploaderId, id, parts, blob, cancellationToken);
        if (checksum.Length == 0 || await MatchesAsync(blob, checksum, cancellationToken))
            return (blob, length);
        blobs.Delete(blob);
        throw new RpcError(400, "MD5_CHECKSUM_INVALID");
    }

    public static string NewBlob() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));

    private long Measure(long uploaderId, long id, int parts)
    {
        long? first = null;
        long total = 0;
        for (var part = 0; part < parts; part++)
        {
            var size = blobs.PartSize(uploaderId, id, part) ?? throw new RpcError(400, string.Create(CultureInfo.InvariantCulture, $"FILE_PART_{part}_MISSING"));
            first ??= size;
            if (part < parts - 1 && (size != first || !IsWhole(size)))
                throw new RpcError(400, "FILE_PART_SIZE_INVALID");
            total += size;
        }

        return total;
    }

    private static bool IsWhole(long size) => size % 1024 == 0 && MaximalPart % size == 0;

    private async Task<bool> MatchesAsync(string blob, string checksum, CancellationToken cancellationToken)
    {
        await using var stream = blobs.Open(blob)!;

        // Telegram itself compares MD5 with what the client says, as a check of the transfer.
        var hash = await MD5.HashDataAsync(stream, cancellationToken);
        return string.Equals(Convert.ToHexStringLower(hash), checksum, StringComparison.OrdinalIgnoreCase);
    }
}
