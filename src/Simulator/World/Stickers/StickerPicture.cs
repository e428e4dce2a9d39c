using System.Buffers.Binary;

namespace TelegramRest.Simulator.World.Stickers;

/// <summary>A WebP picture of one colour (lossless: https://developers.google.com/speed/webp/docs/webp_lossless_bitstream_specification).</summary>
internal static class StickerPicture
{
    // With a single colour every code has one symbol, which takes no bits: the stream is the same for pictures of any size.
    private static ReadOnlySpan<byte> OneColour => [0x07, 0x10, 0x11, 0x11, 0x88, 0x88, 0xFE, 0x07, 0x00];

    public static byte[] Of(int width, int height)
    {
        var length = 1 + 4 + OneColour.Length;
        var picture = new byte[20 + length];
        "RIFF"u8.CopyTo(picture);
        BinaryPrimitives.WriteInt32LittleEndian(picture.AsSpan(4), picture.Length - 8);
        "WEBPVP8L"u8.CopyTo(picture.AsSpan(8));
        BinaryPrimitives.WriteInt32LittleEndian(picture.AsSpan(16), length);
        picture[20] = 0x2F;
        BinaryPrimitives.WriteUInt32LittleEndian(picture.AsSpan(21), (uint)(width - 1) | ((uint)(height - 1) << 14) | (1u << 28));
        OneColour.CopyTo(picture.AsSpan(25));
        return picture;
    }
}
