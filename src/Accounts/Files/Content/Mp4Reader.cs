using System.Text;

namespace TelegramRest.Accounts.Files.Content;

/// <summary>MP4, MOV and M4A: boxes in boxes; all that matters lies in the one called moov. https://developer.apple.com/documentation/quicktime-file-format</summary>
internal static class Mp4Reader
{
    /// <summary>Length, type, and the longer form of the length where there is one.</summary>
    public const int BoxHeader = 16;

    private const int MaxBoxes = 10_000;
    private const int MaxSide = 100_000;

    public static bool Matches(ReadOnlySpan<byte> head) => head.Part(4, 4).SequenceEqual("ftyp"u8);

    public static bool IsMovie(ReadOnlySpan<byte> box) => box.Part(4, 4).SequenceEqual("moov"u8);

    /// <summary>Of the box that begins here; 0 when that is not said.</summary>
    public static long LengthOf(ReadOnlySpan<byte> box) => box.Big32(0) == 1 ? (long)Math.Min(box.Big64(8), long.MaxValue) : box.Big32(0);

    /// <param name="movie">The whole box.</param>
    public static MediaFacts Read(ReadOnlySpan<byte> movie)
    {
        var content = Content(movie);
        var (width, height) = Size(content);
        var tags = Find(Find(Find(content, "udta"u8), "meta"u8).From(4), "ilst"u8);
        return new MediaFacts(width, height, Duration(Find(content, "mvhd"u8)), Tag(tags, "\u00A9nam"), Tag(tags, "\u00A9ART"));
    }

    private static double? Duration(ReadOnlySpan<byte> header)
    {
        var isLong = !header.IsEmpty && header[0] == 1;
        var scale = header.Big32(isLong ? 20 : 12);
        var length = isLong ? header.Big64(24) : header.Big32(16);
        return scale == 0 || length == 0 || length == uint.MaxValue || length == ulong.MaxValue ? null : (double)length / scale;
    }

    private static (int? Width, int? Height) Size(ReadOnlySpan<byte> movie)
    {
        var rest = movie;
        for (var boxes = 0; boxes < MaxBoxes && TryNext(ref rest, out var type, out var track); boxes++)
        {
            if (!type.SequenceEqual("trak"u8) || !Find(Find(track, "mdia"u8), "hdlr"u8).Part(8, 4).SequenceEqual("vide"u8))
            {
                continue;
            }

            // The matrix lies in front of the size: a picture that is turned by a quarter is shown with its sides changed.
            var header = Find(track, "tkhd"u8);
            var matrix = header.From(!header.IsEmpty && header[0] == 1 ? 52 : 40);
            var (width, height) = ((int)(matrix.Big32(36) >> 16), (int)(matrix.Big32(40) >> 16));
            if (width is > 0 and <= MaxSide && height is > 0 and <= MaxSide)
            {
                return matrix.Big32(0) == 0 && matrix.Big32(16) == 0 ? (height, width) : (width, height);
            }
        }

        return (null, null);
    }

    private static string? Tag(ReadOnlySpan<byte> tags, string name)
    {
        Span<byte> wanted = stackalloc byte[4];
        Encoding.Latin1.GetBytes(name, wanted);
        return Encoding.UTF8.Text(Find(Find(tags, wanted), "data"u8).From(8));
    }

    /// <summary>The content of the first box of that type; empty when there is none.</summary>
    private static ReadOnlySpan<byte> Find(ReadOnlySpan<byte> boxes, scoped ReadOnlySpan<byte> wanted)
    {
        for (var count = 0; count < MaxBoxes && TryNext(ref boxes, out var type, out var content); count++)
        {
            if (type.SequenceEqual(wanted))
            {
                return content;
            }
        }

        return [];
    }

    private static bool TryNext(scoped ref ReadOnlySpan<byte> boxes, out ReadOnlySpan<byte> type, out ReadOnlySpan<byte> content)
    {
        var length = LengthOf(boxes);
        type = boxes.Part(4, 4);
        if (length < 8 || length > boxes.Length)
        {
            content = [];
            return false;
        }

        content = Content(boxes[..(int)length]);
        boxes = boxes[(int)length..];
        return true;
    }

    private static ReadOnlySpan<byte> Content(ReadOnlySpan<byte> box) => box.From(box.Big32(0) == 1 ? 16 : 8);
}
