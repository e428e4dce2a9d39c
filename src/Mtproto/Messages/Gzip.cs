using System.Buffers;
using System.IO.Compression;
using TelegramRest.Mtproto.Connection;
using TelegramRest.Wire;

namespace TelegramRest.Mtproto.Messages;

/// <summary>The packing of long messages, both ways. https://core.telegram.org/mtproto/service_messages#packed-object</summary>
internal static class Gzip
{
    public const uint PackedId = 0x3072cfa1;

    /// <summary>Nothing shorter is worth it.</summary>
    public const int WorthTrying = 1024;

    private const int MostInflated = 16 * 1024 * 1024;
    private const int SampleFrom = 16 * 1024;
    private const int SampleSize = 1024;

    /// <summary>Unpacks; the caller disposes what it gets.</summary>
    /// <exception cref="WireException">It is not gzip, or more than 16 MiB come out.</exception>
    public static PooledWriter Inflate(ReadOnlySpan<byte> packed)
    {
        var input = ArrayPool<byte>.Shared.Rent(packed.Length);
        packed.CopyTo(input);
        var output = new PooledWriter(Math.Min(packed.Length * 4, MostInflated));
        try
        {
            using var gzip = new GZipStream(new MemoryStream(input, 0, packed.Length, writable: false), CompressionMode.Decompress);
            while (true)
            {
                var count = gzip.Read(output.GetSpan(4096));
                if (count == 0)
                    return output;
                output.Advance(count);
                if (output.Length > MostInflated)
                    throw new WireException("A packed message is too long when unpacked.");
            }
        }
        catch (InvalidDataException exception)
        {
            output.Dispose();
            throw new WireException("A packed message is damaged.", exception);
        }
        catch
        {
            output.Dispose();
            throw;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(input);
        }
    }

    /// <summary>Packs when that saves at least a tenth; else null. Of a long message a piece from the middle is tried first.</summary>
    public static byte[]? TryDeflate(ReadOnlySpan<byte> plain)
    {
        if (plain.Length < WorthTrying)
            return null;
        if (plain.Length >= SampleFrom && !Saves(SampleSize, Deflate(plain.Slice(plain.Length / 2, SampleSize)).Length))
            return null;
        var packed = Deflate(plain);
        return Saves(plain.Length, packed.Length) ? packed : null;
    }

    private static bool Saves(int before, int after) => after < before * 0.9;

    private static byte[] Deflate(ReadOnlySpan<byte> plain)
    {
        var output = new MemoryStream();
        using (var gzip = new GZipStream(output, CompressionLevel.Fastest))
            gzip.Write(plain);
        return output.ToArray();
    }
}
