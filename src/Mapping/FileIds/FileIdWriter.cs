using System.Buffers.Binary;

namespace TelegramRest.Mapping.FileIds;

/// <summary>Little-endian integers and length-prefixed bytes, as file_ids hold them.</summary>
internal sealed class FileIdWriter
{
    private readonly List<byte> _bytes = new(64);

    public ReadOnlySpan<byte> Written => System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_bytes);

    public FileIdWriter Byte(byte value)
    {
        _bytes.Add(value);
        return this;
    }

    public FileIdWriter Int32(int value)
    {
        Span<byte> bytes = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, value);
        _bytes.AddRange(bytes);
        return this;
    }

    public FileIdWriter Int64(long value)
    {
        Span<byte> bytes = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64LittleEndian(bytes, value);
        _bytes.AddRange(bytes);
        return this;
    }

    public FileIdWriter Bytes(ReadOnlySpan<byte> value)
    {
        if (value.Length < 254)
        {
            _bytes.Add((byte)value.Length);
        }
        else
        {
            _bytes.Add(254);
            _bytes.Add((byte)value.Length);
            _bytes.Add((byte)(value.Length >> 8));
            _bytes.Add((byte)(value.Length >> 16));
        }

        _bytes.AddRange(value);
        while (_bytes.Count % 4 != 0)
            _bytes.Add(0);
        return this;
    }
}
