using System.IO.Compression;
using TelegramRest.Simulator.Sessions;

namespace TelegramRest.Tests.Unit.Simulator.Sessions;

/// <summary>Message bodies that tests send.</summary>
internal static class Bodies
{
    public static byte[] Write(Action<Tl.TlWriter> write)
    {
        using var writer = new Tl.TlWriter();
        write(writer);
        return writer.WrittenSpan.ToArray();
    }

    public static byte[] Ids(uint constructorId, params long[] ids) => Write(writer =>
    {
        writer.WriteUInt32(constructorId);
        writer.WriteInt64Vector(ids);
    });

    public static byte[] Int64(uint constructorId, long value) => Write(writer =>
    {
        writer.WriteUInt32(constructorId);
        writer.WriteInt64(value);
    });

    public static byte[] Int32(uint constructorId, int value) => Write(writer =>
    {
        writer.WriteUInt32(constructorId);
        writer.WriteInt32(value);
    });

    public static byte[] Container(params (long Id, int SeqNo, byte[] Body)[] messages) => Write(writer =>
    {
        writer.WriteUInt32(ServiceIds.Container);
        writer.WriteInt32(messages.Length);
        foreach (var (id, seqNo, body) in messages)
        {
            writer.WriteInt64(id);
            writer.WriteInt32(seqNo);
            writer.WriteInt32(body.Length);
            writer.WriteRaw(body);
        }
    });

    public static byte[] Gzip(byte[] content)
    {
        using var packed = new MemoryStream();
        using (var packer = new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true))
            packer.Write(content);
        return Write(writer =>
        {
            writer.WriteUInt32(ServiceIds.GzipPacked);
            writer.WriteBytes(packed.ToArray());
        });
    }

    /// <summary>The zlib form, which mtcute sends.</summary>
    public static byte[] Zlib(byte[] content)
    {
        using var packed = new MemoryStream();
        using (var packer = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true))
            packer.Write(content);
        return Write(writer =>
        {
            writer.WriteUInt32(ServiceIds.GzipPacked);
            writer.WriteBytes(packed.ToArray());
        });
    }

    public static byte[] Unzip(byte[] packed)
    {
        var reader = new Tl.TlReader(packed);
        Assert.Equal(ServiceIds.GzipPacked, reader.ReadUInt32());
        using var unpacker = new GZipStream(new MemoryStream(reader.ReadBytes().ToArray()), CompressionMode.Decompress);
        using var content = new MemoryStream();
        unpacker.CopyTo(content);
        return content.ToArray();
    }

    public static byte[] WithLayer(int layer, byte[] query) => Write(writer =>
    {
        writer.WriteUInt32(ServiceIds.InvokeWithLayer);
        writer.WriteInt32(layer);
        writer.WriteUInt32(ServiceIds.InitConnection);
        writer.WriteInt32(0);
        writer.WriteInt32(12345);
        foreach (var text in (string[])["device", "system", "app", "en", "pack", "en"])
            writer.WriteString(text);
        writer.WriteRaw(query);
    });

    public static byte[] Wrapped(uint wrapperId, byte[] query) => Write(writer =>
    {
        writer.WriteUInt32(wrapperId);
        writer.WriteRaw(query);
    });
}
