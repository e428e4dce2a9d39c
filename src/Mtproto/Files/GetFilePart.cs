using System.Buffers;

namespace TelegramRest.Mtproto.Files;

/// <summary><c>upload.getFile</c> whose bytes land in a pooled buffer: a download of any size leaves nothing to the collector.</summary>
internal sealed class GetFilePart(Tl.Upload.GetFile method) : Tl.ITlMethod<FilePart>
{
    private const uint FileId = 0x096a18d5;

    public Tl.TlMethod Method => method;

    public void Write(Tl.TlWriter writer) => method.Write(writer);

    public FilePart ReadResult(ref Tl.TlReader reader)
    {
        if (reader.ReadUInt32() != FileId)
            throw new Tl.TlException("upload.file was expected");

        // Type and modification time; the file's own record says both.
        reader.Skip(4 + 4);
        var bytes = reader.ReadBytesSpan();
        var buffer = ArrayPool<byte>.Shared.Rent(Math.Max(bytes.Length, 1));
        bytes.CopyTo(buffer);
        return new FilePart(buffer, bytes.Length);
    }

    public void WriteResult(Tl.TlWriter writer, FilePart result) =>
        throw new NotSupportedException("A client reads files.");
}
