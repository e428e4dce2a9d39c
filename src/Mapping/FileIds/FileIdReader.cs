using System.Buffers.Binary;

namespace TelegramRest.Mapping.FileIds;

/// <summary>Reads what <see cref="FileIdWriter"/> writes; running over the end marks the whole as broken and gives zeros.</summary>
internal ref struct FileIdReader(ReadOnlySpan<byte> bytes)
{
    private readonly ReadOnlySpan<byte> _bytes = bytes;
    private int _position;

    /// <summary>Something was missing.</summary>
    public bool IsBroken { get; private set; }

    /// <summary>Nothing was missing and nothing is left.</summary>
    public readonly bool IsAtEnd => !IsBroken && _position == _bytes.Length;

    public int Int32() => Take(sizeof(int)) is { IsEmpty: false } bytes ? BinaryPrimitives.ReadInt32LittleEndian(bytes) : 0;

    public long Int64() => Take(sizeof(long)) is { IsEmpty: false } bytes ? BinaryPrimitives.ReadInt64LittleEndian(bytes) : 0;

    public ReadOnlySpan<byte> Bytes()
    {
        var start = _position;
        var head = Take(1);
        if (head.IsEmpty)
            return default;

        int length = head[0];
        if (length == 255)
        {
            IsBroken = true;
            return default;
        }

        if (length == 254)
        {
            var size = Take(3);
            if (size.IsEmpty)
                return default;
            length = size[0] | (size[1] << 8) | (size[2] << 16);
        }

        var value = Take(length);
        Take((4 - ((_position - start) % 4)) % 4);
        return value;
    }

    private ReadOnlySpan<byte> Take(int count)
    {
        if (IsBroken || _bytes.Length - _position < count)
        {
            IsBroken = true;
            return default;
        }

        _position += count;
        return _bytes.Slice(_position - count, count);
    }
}
