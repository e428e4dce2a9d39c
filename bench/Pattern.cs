namespace TelegramRest.Bench;

/// <summary>A stream of a given length that costs next to nothing to read.</summary>
internal sealed class Pattern(long length) : Stream
{
    private const int Block = 1 << 20;

    private long position;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => length;

    public override long Position { get => position; set => throw new NotSupportedException(); }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        // However it is read, each byte depends on its place alone.
        var count = (int)Math.Min(Math.Min(buffer.Length, length - position), Block - (position % Block));
        buffer[..count].Fill((byte)(position / Block));
        position += count;
        return count;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
