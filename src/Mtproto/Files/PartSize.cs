namespace TelegramRest.Mtproto.Files;

/// <summary>How files are cut into parts. https://core.telegram.org/api/files#uploading-files</summary>
internal static class PartSize
{
    public const int Largest = 512 * 1024;
    public const int MostParts = 4000;

    private const int Smallest = 64 * 1024;
    private const int SmallestDownload = 4 * 1024;

    // Past this many parts the next larger size is better: fewer requests, and still enough of them in flight.
    private const int PartsWanted = 64;

    /// <summary>A power of two from 4 to 512 KiB: the smallest that brings the wanted bytes in one aligned part, or the largest.</summary>
    public static int ForDownload(long offset, long length)
    {
        var size = SmallestDownload;
        while (size < Largest && offset + length > offset / size * size + size)
            size *= 2;
        return size;
    }

    /// <summary>A power of two from 64 to 512 KiB that divides 512 KiB, as all parts but the last must have.</summary>
    public static int ForUpload(long? length)
    {
        if (length is not { } known)
            return Largest;
        var size = Smallest;
        while (size < Largest && known > (long)size * PartsWanted)
            size *= 2;
        return size;
    }
}
