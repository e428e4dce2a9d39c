using TelegramRest.Simulator.World.Model;

namespace TelegramRest.Simulator.World.Files;

/// <summary>
/// The blurred preview that travels inside a photo or document (https://core.telegram.org/api/files#stripped-thumbnails): a JPEG of at most 40 pixels
/// a side without its header. The simulator's are all of one grey.
/// </summary>
internal static class StrippedThumbnail
{
    private const int Side = 40;

    // One block of 16×16 pixels with the tables that the header fixes: four luminance and two chrominance blocks, each "no difference, end of block".
    private static ReadOnlySpan<byte> GreyBlock => [0x28, 0xA2, 0x8A, 0x00];

    public static Tl.PhotoStrippedSize Of(StoredSize largest)
    {
        var scale = Math.Min(1.0, (double)Side / Math.Max(largest.Width, largest.Height));
        var (width, height) = (Math.Max(1, (int)Math.Round(largest.Width * scale)), Math.Max(1, (int)Math.Round(largest.Height * scale)));
        var blocks = ((width + 15) / 16) * ((height + 15) / 16);
        var bytes = new byte[3 + (blocks * GreyBlock.Length)];
        (bytes[0], bytes[1], bytes[2]) = (1, (byte)height, (byte)width);
        for (var block = 0; block < blocks; block++)
            GreyBlock.CopyTo(bytes.AsSpan(3 + (block * GreyBlock.Length)));
        return new Tl.PhotoStrippedSize { Type = "i", Bytes = bytes };
    }
}
