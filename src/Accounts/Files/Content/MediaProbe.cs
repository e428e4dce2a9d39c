using System.Buffers;

namespace TelegramRest.Accounts.Files.Content;

/// <summary>
/// Looks at a file as its bytes go by, and tells at the end what it is: nothing is read twice, and no more is kept than the beginning, the end, and the one place in between
/// that the format points at (an MP4's table of contents, the first frame behind an MP3's tag).
/// </summary>
internal sealed class MediaProbe
{
    private const int HeadBytes = 128 * 1024;
    private const int TailBytes = 64 * 1024;

    /// <summary>An hour of video has a table of some hundred KiB.</summary>
    private const int MostWanted = 8 << 20;

    private readonly ArrayBufferWriter<byte> head = new();
    private readonly byte[] tail = new byte[TailBytes];
    private long position;
    private long wantedAt = -1;
    private byte[] wanted = [];
    private int wantedHave;
    private bool isMovie;
    private bool isOgg;
    private bool isRecognised;

    public void Add(ReadOnlySpan<byte> bytes)
    {
        if (head.WrittenCount < HeadBytes)
        {
            head.Write(bytes[..Math.Min(bytes.Length, HeadBytes - head.WrittenCount)]);
        }

        if (!isRecognised && head.WrittenCount >= Mp4Reader.BoxHeader)
        {
            Recognise();
        }

        if (!isRecognised || isOgg)
        {
            Keep(bytes);
        }

        Gather(bytes);
        position += bytes.Length;
    }

    public MediaFacts Finish()
    {
        var start = head.WrittenSpan;
        if (isMovie)
        {
            return wantedHave == wanted.Length && Mp4Reader.IsMovie(wanted) ? Mp4Reader.Read(wanted) : MediaFacts.None;
        }

        return OggReader.Matches(start) ? OggReader.Read(start, Tail())
            : Mp3Reader.Matches(start) ? Mp3Reader.Read(start, wanted.AsSpan(0, wantedHave), position)
            : FlacReader.Matches(start) ? FlacReader.Read(start)
            : GifReader.Matches(start) ? GifReader.Read(start)
            : MediaFacts.None;
    }

    private void Recognise()
    {
        isRecognised = true;
        ReadOnlySpan<byte> start = head.WrittenSpan;
        isOgg = OggReader.Matches(start);
        if (Mp4Reader.Matches(start))
        {
            isMovie = true;
            WantBox(0, start);
        }
        else if (Mp3Reader.Matches(start))
        {
            Want(Mp3Reader.FirstFrame(start), Mp3Reader.FrameBytes);
        }
    }

    // A loop: one chunk may hold many small boxes. What is wanted never lies before the chunk in which it came to be wanted.
    private void Gather(ReadOnlySpan<byte> bytes)
    {
        while (wantedAt >= 0 && wantedHave < wanted.Length)
        {
            var from = wantedAt + wantedHave - position;
            if (from < 0 || from >= bytes.Length)
            {
                return;
            }

            var count = (int)Math.Min(wanted.Length - wantedHave, bytes.Length - from);
            bytes.Slice((int)from, count).CopyTo(wanted.AsSpan(wantedHave));
            wantedHave += count;
            if (isMovie && wantedHave == Mp4Reader.BoxHeader && wanted.Length == Mp4Reader.BoxHeader)
            {
                WantBox(wantedAt, wanted);
            }
        }
    }

    /// <summary>From one box of a movie to the next, until the one that matters.</summary>
    private void WantBox(long at, ReadOnlySpan<byte> header)
    {
        var length = Mp4Reader.LengthOf(header);
        if (Mp4Reader.IsMovie(header) && length is >= Mp4Reader.BoxHeader and <= MostWanted)
        {
            var seen = header[..Mp4Reader.BoxHeader].ToArray();
            Want(at, (int)length);
            seen.CopyTo(wanted, 0);
            wantedHave = seen.Length;
        }
        else if (length >= Mp4Reader.BoxHeader / 2 && at <= long.MaxValue - length)
        {
            Want(at + length, Mp4Reader.BoxHeader);
        }
        else
        {
            wantedAt = -1;
        }
    }

    private void Want(long at, int length) => (wantedAt, wanted, wantedHave) = (at, new byte[length], 0);

    private void Keep(ReadOnlySpan<byte> bytes)
    {
        var last = bytes.Length > TailBytes ? bytes[^TailBytes..] : bytes;
        var at = (int)((position + bytes.Length - last.Length) % TailBytes);
        var first = Math.Min(last.Length, TailBytes - at);
        last[..first].CopyTo(tail.AsSpan(at));
        last[first..].CopyTo(tail);
    }

    private byte[] Tail()
    {
        var at = (int)(position % TailBytes);
        return position <= TailBytes ? tail[..(int)position] : [.. tail[at..], .. tail[..at]];
    }
}
