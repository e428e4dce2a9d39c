namespace TelegramRest.Tests.Unit.Simulator.World;

/// <summary>Image headers, which is all that the simulator reads of an image.</summary>
internal static class Images
{
    public static byte[] Png(int width, int height, int length = 64)
    {
        byte[] head = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52, .. Big(width), .. Big(height)];
        return [.. head, .. new byte[length - head.Length]];
    }

    public static byte[] Jpeg(int width, int height) =>
        [0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 0, 0, 0xFF, 0xC0, 0, 17, 8, .. Big(height)[2..], .. Big(width)[2..], 3, .. new byte[20]];

    private static byte[] Big(int value) => [(byte)(value >> 24), (byte)(value >> 16), (byte)(value >> 8), (byte)value];
}
