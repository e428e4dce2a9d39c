using System.Buffers.Binary;
using System.Text;
using TelegramRest.Accounts.Files.Content;

namespace TelegramRest.Tests.Unit.Accounts.Files;

/// <summary>Files are looked at as they go by, in chunks of any size.</summary>
public sealed class MediaProbeTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(4096)]
    [InlineData(10_000_000)]
    public void A_movie_with_its_table_behind_the_pictures(int chunk)
    {
        byte[] file = [.. Box("ftyp", "isomiso2"u8.ToArray()), .. Box("mdat", new byte[300_000]), .. Movie(turned: false)];

        Assert.Equal(new MediaFacts(640, 360, 12.5, "A song", "Somebody"), Probe(file, chunk));
    }

    [Fact]
    public void A_movie_with_its_table_in_front()
    {
        byte[] file = [.. Box("ftyp", "isomiso2"u8.ToArray()), .. Movie(turned: false), .. Box("mdat", new byte[300_000])];

        Assert.Equal(12.5, Probe(file, 1000).Duration);
    }

    [Fact]
    public void A_movie_that_was_taken_upright_has_its_sides_changed()
    {
        byte[] file = [.. Box("ftyp", "isomiso2"u8.ToArray()), .. Movie(turned: true)];

        var facts = Probe(file, 100);

        Assert.Equal((360, 640), (facts.Width, facts.Height));
    }

    [Fact]
    public void Opus_ends_with_its_last_page()
    {
        byte[] tags = [.. "OpusTags"u8, .. Little(4), .. "test"u8, .. Little(1), .. Little(11), .. "TITLE=Hello"u8];
        byte[] file = [.. Page(0, [.. "OpusHead"u8, 1, 1, .. new byte[] { 0x38, 0x01 }, .. Little(48_000)]), .. Page(0, tags), .. new byte[200_000], .. Page(96_312, [1, 2, 3])];

        Assert.Equal(new MediaFacts(Duration: 2.0, Title: "Hello"), Probe(file, 999));
    }

    [Fact]
    public void An_mp3_of_constant_rate_with_a_large_tag()
    {
        byte[] frames = [.. TextFrame("TIT2", "Name"), .. TextFrame("TPE1", "Band"), .. new byte[150_000]];
        byte[] sound = [0xFF, 0xFB, 0x90, 0x00, .. new byte[159_996]];
        byte[] file = [.. "ID3"u8, 3, 0, 0, .. Syncsafe(frames.Length), .. frames, .. sound];

        var facts = Probe(file, 5000);

        Assert.Equal(("Name", "Band"), (facts.Title, facts.Performer));
        Assert.Equal(10.0, facts.Duration!.Value, precision: 3);
    }

    [Fact]
    public void An_mp3_that_tells_its_frames()
    {
        byte[] file = [0xFF, 0xFB, 0x90, 0x00, .. new byte[32], .. "Xing"u8, 0, 0, 0, 1, .. Big(1000), .. new byte[5000]];

        Assert.Equal(1000 * 1152 / 44100.0, Probe(file, 64).Duration!.Value, precision: 6);
    }

    [Fact]
    public void A_gif_has_a_size()
    {
        byte[] file = [.. "GIF89a"u8, 0x40, 0x01, 0xF0, 0x00, .. new byte[20]];

        Assert.Equal(new MediaFacts(320, 240), Probe(file, 3));
    }

    [Fact]
    public void Flac_counts_its_samples()
    {
        var numbers = new byte[8];
        BinaryPrimitives.WriteUInt64BigEndian(numbers, (44_100UL << 44) | 441_000);
        byte[] file = [.. "fLaC"u8, 0x80, 0, 0, 34, .. new byte[10], .. numbers, .. new byte[16]];

        Assert.Equal(10.0, Probe(file, 50).Duration);
    }

    [Fact]
    public void What_is_none_of_these_says_nothing() => Assert.Equal(MediaFacts.None, Probe("just some text"u8.ToArray(), 4));

    /// <summary>Anybody may have written the file.</summary>
    [Fact]
    public void Nothing_breaks_it()
    {
        byte[][] starts = [Box("ftyp", "isom"u8.ToArray()), [.. Box("ftyp", "isomiso2"u8.ToArray()), .. Movie(turned: false)], [.. "OggS"u8], [.. "ID3"u8, 4, 0, 0], [.. "fLaC"u8], [.. "GIF89a"u8], [0xFF, 0xFB, 0x90, 0x00]];
        var random = new Random(1);
        for (var round = 0; round < 3000; round++)
        {
            var start = starts[round % starts.Length];
            byte[] file = [.. start, .. new byte[1 + random.Next(400)]];
            for (var change = random.Next(20); change > 0; change--)
                file[random.Next(4, file.Length)] = (byte)random.Next(256);
            Probe(file[..random.Next(1, file.Length + 1)], random.Next(1, 300));
        }
    }

    private static MediaFacts Probe(byte[] file, int chunk)
    {
        var probe = new MediaProbe();
        foreach (var piece in file.Chunk(chunk))
            probe.Add(piece);
        return probe.Finish();
    }

    private static byte[] Movie(bool turned)
    {
        byte[] header = [.. new byte[12], .. Big(1000), .. Big(12_500), .. new byte[80]];
        byte[] matrix = turned
            ? [.. Big(0), .. Big(0x10000), .. Big(0), .. Big(0xFFFF0000), .. Big(0), .. Big(0), .. Big(0), .. Big(0), .. Big(0x40000000)]
            : [.. Big(0x10000), .. Big(0), .. Big(0), .. Big(0), .. Big(0x10000), .. Big(0), .. Big(0), .. Big(0), .. Big(0x40000000)];
        byte[] track = [.. new byte[40], .. matrix, .. Big(640 << 16), .. Big(360 << 16)];
        byte[] handler = [.. new byte[8], .. "vide"u8, .. new byte[12]];
        byte[] tags = [.. Box("\u00A9nam", Box("data", [.. new byte[8], .. "A song"u8])), .. Box("\u00A9ART", Box("data", [.. new byte[8], .. "Somebody"u8]))];
        return Box("moov",
        [
            .. Box("mvhd", header),
            .. Box("trak", [.. Box("tkhd", track), .. Box("mdia", Box("hdlr", handler))]),
            .. Box("udta", Box("meta", [.. new byte[4], .. Box("ilst", tags)])),
        ]);
    }

    private static byte[] Box(string type, byte[] content) => [.. Big((uint)content.Length + 8), .. Encoding.Latin1.GetBytes(type), .. content];

    private static byte[] Page(long granule, byte[] content)
    {
        var position = new byte[8];
        BinaryPrimitives.WriteInt64LittleEndian(position, granule);
        return [.. "OggS"u8, 0, 0, .. position, .. new byte[12], 1, (byte)content.Length, .. content];
    }

    private static byte[] TextFrame(string id, string text) => [.. Encoding.ASCII.GetBytes(id), .. Big((uint)text.Length + 1), 0, 0, 0, .. Encoding.Latin1.GetBytes(text)];

    private static byte[] Syncsafe(int value) => [(byte)(value >> 21), (byte)((value >> 14) & 0x7F), (byte)((value >> 7) & 0x7F), (byte)(value & 0x7F)];

    private static byte[] Big(uint value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, value);
        return bytes;
    }

    private static byte[] Little(uint value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, value);
        return bytes;
    }
}
