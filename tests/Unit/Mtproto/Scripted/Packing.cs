using System.IO.Compression;

namespace TelegramRest.Tests.Unit.Mtproto.Scripted;

internal static class Packing
{
    /// <summary><c>gzip_packed</c> around an object.</summary>
    public static byte[] Pack(byte[] content)
    {
        var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal))
            gzip.Write(content);
        using var writer = new Tl.TlWriter();
        writer.WriteUInt32(0x3072cfa1);
        writer.WriteBytes(packed.ToArray());
        return writer.WrittenSpan.ToArray();
    }
}
