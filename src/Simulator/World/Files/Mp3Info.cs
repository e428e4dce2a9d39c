using System.Buffers.Binary;

namespace TelegramRest.Simulator.World.Files;

/// <summary>Reads how long an MP3 file plays, from the bit rate of its first frame (MPEG-1 and MPEG-2, layer III).</summary>
internal static class Mp3Info
{
    private static readonly int[] Mpeg1 = [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320];
    private static readonly int[] Mpeg2 = [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160];

    /// <returns>Null when the bytes begin with no MP3 frame.</returns>
    public static double? Seconds(ReadOnlySpan<byte> head, long length)
    {
        var start = 0;
        var tagged = head.Length >= 10 && head.StartsWith("ID3"u8);
        if (tagged)
            start = 10 + ((head[6] & 0x7F) << 21) + ((head[7] & 0x7F) << 14) + ((head[8] & 0x7F) << 7) + (head[9] & 0x7F);
        if (start + 4 > head.Length)
            return tagged ? 0 : null;
        var frame = BinaryPrimitives.ReadUInt32BigEndian(head[start..]);
        var (version, layer, rate) = ((frame >> 19) & 3, (frame >> 17) & 3, (int)(frame >> 12) & 15);
        if (frame >> 21 != 0x7FF || version == 1 || layer != 1 || rate is 0 or 15)
            return tagged ? 0 : null;
        return (length - start) * 8 / ((version == 3 ? Mpeg1 : Mpeg2)[rate] * 1000.0);
    }
}
