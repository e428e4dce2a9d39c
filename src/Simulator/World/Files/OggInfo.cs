using System.Buffers.Binary;

namespace TelegramRest.Simulator.World.Files;

/// <summary>Reads how long an Ogg Opus file plays: the granule position of its last page counts samples of 1/48,000 s (RFC 7845).</summary>
internal static class OggInfo
{
    private const int TailLimit = 128 * 1024;
    private const double SampleRate = 48_000;

    public static double Seconds(Stream stream)
    {
        var tail = new byte[(int)Math.Min(TailLimit, stream.Length)];
        stream.Position = stream.Length - tail.Length;
        stream.ReadExactly(tail);
        var page = tail.AsSpan().LastIndexOf("OggS"u8);
        return page >= 0 && tail.Length - page >= 14 ? Math.Max(0, BinaryPrimitives.ReadInt64LittleEndian(tail.AsSpan(page + 6))) / SampleRate : 0;
    }
}
