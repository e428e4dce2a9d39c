using System.Buffers.Binary;

namespace TelegramRest.Simulator.World.Files;

/// <summary>Reads the boxes of an MP4 file that say how large its picture is, how long it plays, and whether it has sound (ISO/IEC 14496-12).</summary>
internal static class Mp4Info
{
    private const int MovieLimit = 4 * 1024 * 1024;

    public static MediaInfo? Read(Stream stream)
    {
        Span<byte> start = stackalloc byte[12];
        stream.Position = 0;
        if (stream.Length < start.Length)
            return null;
        stream.ReadExactly(start);
        return start[4..].StartsWith("ftyp"u8) && Movie(stream) is { } movie ? Describe(movie, start[8..].StartsWith("qt  "u8) ? "video/quicktime" : "video/mp4") : null;
    }

    private static MediaInfo Describe(byte[] movie, string mimeType)
    {
        var (width, height, seconds, sound) = (0, 0, 0.0, false);
        foreach (var (type, box) in Boxes(movie))
        {
            if (type == "mvhd")
                seconds = Seconds(box.Span);
            if (type != "trak")
                continue;
            foreach (var (part, content) in Boxes(box))
            {
                if (part == "tkhd" && Picture(content.Span) is { Width: > 0 } picture)
                    (width, height) = picture;
                if (part == "mdia")
                    sound |= Boxes(content).Any(each => each.Type == "hdlr" && each.Content.Length >= 12 && each.Content.Span[8..].StartsWith("soun"u8));
            }
        }

        return new MediaInfo(width == 0 && sound ? "audio/mp4" : mimeType, width, height, seconds, sound);
    }

    private static byte[]? Movie(Stream stream)
    {
        var header = new byte[16];
        for (long position = 0; position + 8 <= stream.Length;)
        {
            stream.Position = position;
            stream.ReadExactly(header, 0, 8);
            long size = BinaryPrimitives.ReadUInt32BigEndian(header);
            var start = 8;
            if (size == 1 && position + 16 <= stream.Length)
            {
                stream.ReadExactly(header, 8, 8);
                (size, start) = (BinaryPrimitives.ReadInt64BigEndian(header.AsSpan(8)), 16);
            }

            if (size == 0)
                size = stream.Length - position;
            if (size < start || position + size > stream.Length)
                return null;
            if (header.AsSpan(4).StartsWith("moov"u8) && size <= MovieLimit)
            {
                var movie = new byte[size - start];
                stream.ReadExactly(movie);
                return movie;
            }

            position += size;
        }

        return null;
    }

    private static IEnumerable<(string Type, ReadOnlyMemory<byte> Content)> Boxes(ReadOnlyMemory<byte> data)
    {
        while (data.Length >= 8)
        {
            var size = BinaryPrimitives.ReadUInt32BigEndian(data.Span);
            if (size < 8 || size > data.Length)
                yield break;
            yield return (System.Text.Encoding.Latin1.GetString(data.Span.Slice(4, 4)), data[8..(int)size]);
            data = data[(int)size..];
        }
    }

    private static double Seconds(ReadOnlySpan<byte> box)
    {
        if (box.Length >= 32 && box[0] == 1)
            return Ratio(BinaryPrimitives.ReadInt64BigEndian(box[24..]), BinaryPrimitives.ReadUInt32BigEndian(box[20..]));
        return box.Length >= 20 ? Ratio(BinaryPrimitives.ReadUInt32BigEndian(box[16..]), BinaryPrimitives.ReadUInt32BigEndian(box[12..])) : 0;
    }

    private static double Ratio(long duration, uint scale) => scale == 0 ? 0 : (double)duration / scale;

    private static (int Width, int Height) Picture(ReadOnlySpan<byte> box)
    {
        // The last two fields, as 16.16 fixed-point numbers, whatever the version made of the fields before them.
        return box.Length >= 8 ? (BinaryPrimitives.ReadUInt16BigEndian(box[^8..]), BinaryPrimitives.ReadUInt16BigEndian(box[^4..])) : (0, 0);
    }
}
