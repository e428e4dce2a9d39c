using System.Buffers.Binary;
using System.Text;

namespace TelegramRest.Tests.Contract.Harness;

/// <summary>Films and sounds to send: just what readers of such files look at.</summary>
public static class Clips
{
    /// <summary>640×360 pixels, two and a half seconds, with sound.</summary>
    public static byte[] Video { get; } = Mp4(hasSound: true);

    /// <summary>The same without sound, which Telegram takes for an animation.</summary>
    public static byte[] Silent { get; } = Mp4(hasSound: false);

    /// <summary>Two seconds of speech, OGG with Opus.</summary>
    public static byte[] Voice { get; } = [.. "OggS"u8, .. new byte[24], .. "OpusHead"u8, .. "OggS"u8, 0, 4, .. Little(96_000), .. new byte[12]];

    /// <summary>One second of MP3.</summary>
    public static byte[] Music { get; } = [0xFF, 0xFB, 0x90, 0x00, .. new byte[15_996]];

    private static byte[] Mp4(bool hasSound)
    {
        byte[] movieHeader = [.. new byte[12], .. Big(1000), .. Big(2500), .. new byte[80]];
        byte[] upright = [.. Big(1 << 16), .. new byte[12], .. Big(1 << 16), .. new byte[12], .. Big(1 << 30)];
        byte[] trackHeader = [.. new byte[40], .. upright, .. Big(640 << 16), .. Big(360 << 16)];
        byte[] video = Box("trak", [.. Box("tkhd", trackHeader), .. Box("mdia", Box("hdlr", [.. new byte[8], .. "vide"u8, .. new byte[12]]))]);
        byte[] sound = hasSound ? Box("trak", [.. Box("tkhd", new byte[84]), .. Box("mdia", Box("hdlr", [.. new byte[8], .. "soun"u8, .. new byte[12]]))]) : [];
        return [.. Box("ftyp", [.. "isom"u8, .. new byte[8]]), .. Box("mdat", new byte[32]), .. Box("moov", [.. Box("mvhd", movieHeader), .. video, .. sound])];
    }

    private static byte[] Box(string type, byte[] content) => [.. Big(content.Length + 8), .. Encoding.ASCII.GetBytes(type), .. content];

    private static byte[] Big(int value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(bytes, value);
        return bytes;
    }

    private static byte[] Little(long value)
    {
        var bytes = new byte[8];
        BinaryPrimitives.WriteInt64LittleEndian(bytes, value);
        return bytes;
    }
}
