namespace TelegramRest.Server.Http.Bodies;

/// <summary>An uploaded file from its start: what was kept of it and, where the request is still arriving, what follows.</summary>
/// <param name="body">What was kept.</param>
/// <param name="rest">What follows; null when all was kept.</param>
/// <param name="limit">Bytes that may come together.</param>
internal sealed class UploadStream(UploadBody body, Stream? rest, long limit) : Stream
{
    private long _position;

    public override bool CanRead => true;

    public override bool CanSeek => rest is null;

    public override bool CanWrite => false;

    public override long Length => rest is null ? body.Length : throw new NotSupportedException();

    public override long Position
    {
        get => _position;
        set => _position = rest is null && value >= 0 ? value : throw new NotSupportedException();
    }

    /// <exception cref="BotApi.BotApiException">413: it is longer than it may be.</exception>
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var read = rest is null || _position < body.Length
            ? await body.ReadAsync(buffer, _position, cancellationToken)
            : await rest.ReadAsync(buffer, cancellationToken);
        _position += read;

        // What goes on is read once: the memory is for others.
        if (rest is not null && _position >= body.Length)
            body.Dispose();
        return _position <= limit ? read : throw RequestErrors.FileTooBig(_position);
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException("Requests are read asynchronously.");

    public override long Seek(long offset, SeekOrigin origin) => Position = origin switch
    {
        SeekOrigin.Begin => offset,
        SeekOrigin.Current => _position + offset,
        _ => Length + offset,
    };

    public override void Flush()
    {
    }

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
