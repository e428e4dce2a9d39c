using System.Buffers.Binary;
using System.Text;
using TelegramRest.Simulator.World.Files;

namespace TelegramRest.Tests.Unit.Simulator.World;

public sealed class MediaInfoTests
{
    [Fact]
    public void Mp4_tells_its_size_time_and_sound()
    {
        var video = Mp4(soundTrack: true);
        var silent = Mp4(soundTrack: false);

        Assert.Equal(new MediaInfo("video/mp4", 640, 360, 2.5, HasSound: true), Read(video));
        Assert.Equal(new MediaInfo("video/mp4", 640, 360, 2.5, HasSound: false), Read(silent));
        Assert.Null(Read(video[..40]));
    }

    [Fact]
    public void Audio_tells_its_time()
    {
        byte[] opus = [.. "OggS"u8, .. new byte[24], .. "OpusHead"u8, .. "OggS"u8, 0, 4, .. Little(96_000), .. new byte[12]];
        byte[] mp3 = [0xFF, 0xFB, 0x90, 0x00, .. new byte[15_996]];

        Assert.Equal(new MediaInfo("audio/ogg", Seconds: 2, HasSound: true), Read(opus));
        Assert.Equal(new MediaInfo("audio/mpeg", Seconds: 1, HasSound: true), Read(mp3));
    }

    [Fact]
    public void Other_content_is_told_by_its_first_bytes()
    {
        Assert.Equal(new MediaInfo("image/png", 8, 9), Read(Images.Png(8, 9)));
        Assert.Equal(new MediaInfo("application/pdf"), Read([.. "%PDF-1.7"u8, 0]));
        Assert.Equal(new MediaInfo("application/zip"), Read([.. "PK\x03\x04"u8, 0]));
        Assert.Null(Read("plain text"u8.ToArray()));
        Assert.Null(Read([]));
    }

    private static MediaInfo? Read(byte[] content)
    {
        using var stream = new MemoryStream(content);
        return MediaInfo.Read(stream);
    }

    private static byte[] Mp4(bool soundTrack)
    {
        byte[] movieHeader = [.. new byte[12], .. Big(1000), .. Big(2500), .. new byte[80]];
        byte[] trackHeader = [.. new byte[76], .. Big(640 << 16), .. Big(360 << 16)];
        byte[] video = Box("trak", [.. Box("tkhd", trackHeader), .. Box("mdia", Box("hdlr", [.. new byte[8], .. "vide"u8, .. new byte[12]]))]);
        byte[] sound = soundTrack ? Box("trak", [.. Box("tkhd", new byte[84]), .. Box("mdia", Box("hdlr", [.. new byte[8], .. "soun"u8, .. new byte[12]]))]) : [];
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
