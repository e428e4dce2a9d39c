using System.IO.Compression;

namespace TelegramRest.Simulator.Sessions.Messages;

/// <summary><c>gzip_packed</c> in both directions (https://core.telegram.org/mtproto/service_messages#packed-object).</summary>
internal static class Gzip
{
    private const int LongestContent = 16 << 20;

    private static ReadOnlySpan<byte> GzipMagic => [0x1f, 0x8b];

    /// <summary>Unfolds gzip (RFC 1952), or the zlib form (RFC 1950) that some clients send under the same name and Telegram accepts.</summary>
    /// <exception cref="Tl.TlException">The bytes are neither, or unfold to more than 16 MiB.</exception>
    public static byte[] Inflate(ReadOnlyMemory<byte> packed)
    {
        using var bytes = new MemoryStream(packed.ToArray(), writable: false);
        using Stream source = packed.Span.StartsWith(GzipMagic) ? new GZipStream(bytes, CompressionMode.Decompress) : new ZLibStream(bytes, CompressionMode.Decompress);
        using var target = new MemoryStream();
        var chunk = new byte[16 << 10];
        try
        {
            for (int read; (read = source.Read(chunk)) > 0;)
            {
                target.Write(chunk, 0, read);
                if (target.Length > LongestContent)
                    throw new Tl.TlException("a packed object unfolds to more than 16 MiB");
            }
        }
        catch (InvalidDataException exception)
        {
            throw new Tl.TlException("a packed object is no gzip", exception);
        }
        return target.ToArray();
    }

    /// <summary>The compressed bytes, or null when they are hardly shorter.</summary>
    public static byte[]? TryDeflate(ReadOnlySpan<byte> content)
    {
        using var target = new MemoryStream(content.Length / 2);
        using (var packer = new GZipStream(target, CompressionLevel.Fastest, leaveOpen: true))
            packer.Write(content);
        return target.Length < content.Length * 9L / 10 ? target.ToArray() : null;
    }
}
