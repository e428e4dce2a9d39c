using System.Text;

namespace TelegramRest.Accounts.Files.Content;

/// <summary>MP3, with the tags in front of it. https://id3.org/id3v2.4.0-structure, http://gabriel.mp3-tech.org/mp3infotag.html</summary>
internal static class Mp3Reader
{
    /// <summary>Enough for a frame with what encoders write into it.</summary>
    public const int FrameBytes = 512;

    private const int TagHeader = 10;
    private const int MaxFrames = 1000;

    private static readonly int[] Rates = [44100, 48000, 32000];
    private static readonly int[] Bitrates1 = [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320];
    private static readonly int[] Bitrates2 = [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160];

    public static bool Matches(ReadOnlySpan<byte> head) => head.StartsWith("ID3"u8) || IsLayer3(head.Big32(0));

    /// <summary>Where the sound begins.</summary>
    public static long FirstFrame(ReadOnlySpan<byte> head) => head.StartsWith("ID3"u8) ? TagHeader + Small(head.Big32(6)) : 0;

    /// <param name="head">The file's beginning.</param>
    /// <param name="frame">What was seen at <see cref="FirstFrame"/>.</param>
    /// <param name="length">The file's, bytes.</param>
    public static MediaFacts Read(ReadOnlySpan<byte> head, ReadOnlySpan<byte> frame, long length)
    {
        var (title, performer) = head.StartsWith("ID3"u8) ? Tags(head) : (null, null);
        var start = FirstFrame(head);
        return new MediaFacts(Duration: Duration(head.Length - start >= FrameBytes ? head.From(start) : frame, length - start), Title: title, Performer: performer);
    }

    private static double? Duration(ReadOnlySpan<byte> frame, long length)
    {
        var header = frame.Big32(0);
        if (!IsLayer3(header))
        {
            return null;
        }

        var version = (header >> 19) & 3;
        var isVersion1 = version == 3;
        var rate = Rates[(header >> 10) & 3] >> (isVersion1 ? 0 : version == 2 ? 1 : 2);
        var isMono = ((header >> 6) & 3) == 3;
        var info = frame.From((isVersion1, isMono) switch { (true, false) => 36, (true, true) or (false, false) => 21, _ => 13 });

        // An encoder that varies its rate writes the number of frames into the first.
        if ((info.StartsWith("Xing"u8) || info.StartsWith("Info"u8)) && (info.Big32(4) & 1) != 0)
        {
            return (double)info.Big32(8) * (isVersion1 ? 1152 : 576) / rate;
        }

        var bitrate = (isVersion1 ? Bitrates1 : Bitrates2)[(header >> 12) & 15];
        return bitrate == 0 ? null : length * 8 / (bitrate * 1000.0);
    }

    // Sync, layer III, and no value that is reserved.
    private static bool IsLayer3(uint header) =>
        header >> 21 == 0x7FF && ((header >> 19) & 3) != 1 && ((header >> 17) & 3) == 1 && ((header >> 12) & 15) != 15 && ((header >> 10) & 3) != 3;

    private static (string? Title, string? Performer) Tags(ReadOnlySpan<byte> head)
    {
        var version = head.Part(3, 1) is [var number] ? number : 0;
        if (version is not (3 or 4))
        {
            return (null, null);
        }

        string? title = null;
        string? performer = null;
        var rest = head.Part(TagHeader, Small(head.Big32(6)));
        for (var i = 0; i < MaxFrames && rest.Length > TagHeader && rest[0] != 0; i++)
        {
            var size = version == 4 ? Small(rest.Big32(4)) : rest.Big32(4);
            var content = rest.Part(TagHeader, size);
            if (rest.StartsWith("TIT2"u8))
            {
                title = Text(content);
            }
            else if (rest.StartsWith("TPE1"u8))
            {
                performer = Text(content);
            }

            rest = rest.From(TagHeader + size);
        }

        return (title, performer);
    }

    private static string? Text(ReadOnlySpan<byte> content) => content is [var encoding, .. var text]
        ? encoding switch
        {
            0 => Encoding.Latin1.Text(text),
            1 => text is [0xFE, 0xFF, ..] ? Encoding.BigEndianUnicode.Text(text) : Encoding.Unicode.Text(text),
            2 => Encoding.BigEndianUnicode.Text(text),
            _ => Encoding.UTF8.Text(text),
        }
        : null;

    // Seven bits of each byte.
    private static long Small(uint value) => ((value >> 3) & 0x0FE0_0000) | ((value >> 2) & 0x001F_C000) | ((value >> 1) & 0x3F80) | (value & 0x7F);
}
