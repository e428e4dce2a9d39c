using System.Buffers.Binary;

namespace TelegramRest.Simulator.World.Files;

/// <summary>An image's format and size in pixels, read from its header alone.</summary>
internal sealed record ImageInfo(string MimeType, int Width, int Height)
{
    private const int HeaderLimit = 256 * 1024;

    /// <returns>Null for anything but a JPEG, PNG, GIF, WebP or BMP whose header is whole.</returns>
    public static ImageInfo? Read(Stream stream)
    {
        var buffer = new byte[(int)Math.Min(HeaderLimit, stream.Length)];
        stream.Position = 0;
        stream.ReadExactly(buffer);
        return Read(buffer);
    }

    public static ImageInfo? Read(ReadOnlySpan<byte> data)
    {
        if (data.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]))
            return Jpeg(data);
        if (data.Length >= 24 && data.StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]))
            return Sized("image/png", BinaryPrimitives.ReadInt32BigEndian(data[16..]), BinaryPrimitives.ReadInt32BigEndian(data[20..]));
        if (data.Length >= 10 && data.StartsWith("GIF8"u8))
            return Sized("image/gif", BinaryPrimitives.ReadUInt16LittleEndian(data[6..]), BinaryPrimitives.ReadUInt16LittleEndian(data[8..]));
        if (data.Length >= 26 && data.StartsWith("BM"u8))
            return Sized("image/bmp", BinaryPrimitives.ReadInt32LittleEndian(data[18..]), Math.Abs(BinaryPrimitives.ReadInt32LittleEndian(data[22..])));
        return data.Length >= 30 && data.StartsWith("RIFF"u8) && data[8..].StartsWith("WEBP"u8) ? WebP(data) : null;
    }

    private static ImageInfo? Jpeg(ReadOnlySpan<byte> data)
    {
        var position = 2;
        while (position + 9 < data.Length && data[position] == 0xFF)
        {
            var marker = data[position + 1];

            // Start-of-frame markers, without those among them that define tables.
            if (marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC))
            {
                return Sized(
                    "image/jpeg",
                    BinaryPrimitives.ReadUInt16BigEndian(data[(position + 7)..]),
                    BinaryPrimitives.ReadUInt16BigEndian(data[(position + 5)..]));
            }

            position += marker == 0xFF ? 1 : 2 + BinaryPrimitives.ReadUInt16BigEndian(data[(position + 2)..]);
        }

        return null;
    }

    private static ImageInfo? WebP(ReadOnlySpan<byte> data)
    {
        if (data[12..].StartsWith("VP8X"u8))
            return Sized("image/webp", 1 + (data[24] | (data[25] << 8) | (data[26] << 16)), 1 + (data[27] | (data[28] << 8) | (data[29] << 16)));
        if (data[12..].StartsWith("VP8L"u8))
        {
            var bits = BinaryPrimitives.ReadUInt32LittleEndian(data[21..]);
            return Sized("image/webp", (int)(bits & 0x3FFF) + 1, (int)((bits >> 14) & 0x3FFF) + 1);
        }

        return Sized("image/webp", BinaryPrimitives.ReadUInt16LittleEndian(data[26..]) & 0x3FFF, BinaryPrimitives.ReadUInt16LittleEndian(data[28..]) & 0x3FFF);
    }

    private static ImageInfo? Sized(string mimeType, int width, int height) => width > 0 && height > 0 ? new ImageInfo(mimeType, width, height) : null;
}
