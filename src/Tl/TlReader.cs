using System.Buffers.Binary;
using System.Text;

namespace TelegramRest.Tl;

/// <summary>
/// Reads TL values from bytes that somebody else wrote. Every length and count is held against what remains before anything is
/// allocated. See https://core.telegram.org/mtproto/serialize.
/// </summary>
/// <param name="data">Little-endian, 4-byte aligned TL.</param>
public ref struct TlReader(ReadOnlySpan<byte> data)
{
    private readonly ReadOnlySpan<byte> _data = data;

    /// <summary>Offset of the next byte to read.</summary>
    public int Position { get; private set; }

    /// <summary>How many boxed values are open at this moment.</summary>
    public int Depth { get; private set; }

    /// <summary>Bytes left to read.</summary>
    public readonly int Remaining => _data.Length - Position;

    public uint ReadUInt32() => BinaryPrimitives.ReadUInt32LittleEndian(ReadRaw(4));

    public int ReadInt32() => BinaryPrimitives.ReadInt32LittleEndian(ReadRaw(4));

    public long ReadInt64() => BinaryPrimitives.ReadInt64LittleEndian(ReadRaw(8));

    public double ReadDouble() => BinaryPrimitives.ReadDoubleLittleEndian(ReadRaw(8));

    /// <summary>Reads boolTrue or boolFalse.</summary>
    public bool ReadBool() => ReadUInt32() switch
    {
        Schema.BoolTrueId => true,
        Schema.BoolFalseId => false,
        var id => throw Malformed($"expected a Bool, found {id:x8}", back: 4),
    };

    /// <summary>Reads a string; bytes that are no UTF-8 become U+FFFD, as a lone surrogate did on its way in.</summary>
    public string ReadString() => Encoding.UTF8.GetString(ReadBytesSpan());

    /// <summary>Reads bytes into an array of their own.</summary>
    public ReadOnlyMemory<byte> ReadBytes() => ReadBytesSpan().ToArray();

    /// <summary>Reads bytes in place: a length of one or four bytes, the content, and padding to a multiple of four.</summary>
    public ReadOnlySpan<byte> ReadBytesSpan()
    {
        var head = ReadRaw(4);
        if (head[0] == 255)
            throw Malformed("a length that begins with ff", back: 4);

        var longForm = head[0] == 254;
        var length = longForm ? head[1] | (head[2] << 8) | (head[3] << 16) : head[0];
        if (!longForm)
            Position -= 3;

        var lengthWithHead = length + (longForm ? 4 : 1);
        var padding = -lengthWithHead & 3;
        if (length + padding > Remaining)
            throw Malformed($"a string of {length} bytes where {Remaining} remain");
        var content = _data.Slice(Position, length);
        Position += length + padding;
        return content;
    }

    /// <summary>Reads bytes without a length, int128 and int256 among them, into an array of their own.</summary>
    public ReadOnlyMemory<byte> ReadFixed(int length) => ReadRaw(length).ToArray();

    /// <summary>Reads bytes without a length, in place.</summary>
    public ReadOnlySpan<byte> ReadRaw(int length)
    {
        if ((uint)length > (uint)Remaining)
            throw Malformed($"{length} bytes wanted where {Remaining} remain");
        var raw = _data.Slice(Position, length);
        Position += length;
        return raw;
    }

    /// <summary>The next id without reading it.</summary>
    public readonly uint PeekUInt32()
    {
        if (Remaining < 4)
            throw Malformed($"4 bytes wanted where {Remaining} remain");
        return BinaryPrimitives.ReadUInt32LittleEndian(_data[Position..]);
    }

    public void Skip(int length) => ReadRaw(length);

    /// <summary>Reads a boxed value of any known constructor, in any form that a remembered layer gave it.</summary>
    public TlObject ReadObject()
    {
        var id = Enter();
        var value = Generated.ConstructorDispatch.Read(id, ref this)
            ?? throw new TlUnknownException(id, isMethod: false, Position - 4);
        Depth--;
        return value;
    }

    /// <summary>Reads a boxed value that has to be a <typeparamref name="T"/>.</summary>
    public T Read<T>()
        where T : TlObject
    {
        var start = Position;
        var value = ReadObject();
        return value as T
            ?? throw new TlException($"expected {typeof(T).Name}, found {value.GetType().Name} at byte {start}");
    }

    /// <summary>Reads a function with its arguments.</summary>
    public TlMethod ReadMethod()
    {
        var id = Enter();
        var method = Generated.FunctionDispatch.Read(id, ref this)
            ?? throw new TlUnknownException(id, isMethod: true, Position - 4);
        Depth--;
        return method;
    }

    /// <summary>Reads a boxed vector of boxed values.</summary>
    public T[] ReadVector<T>()
        where T : TlObject
    {
        var count = ReadVectorHead(minimalSize: 4);
        if (count == 0)
            return [];
        var items = new T[count];
        for (var i = 0; i < items.Length; i++)
            items[i] = Read<T>();
        return items;
    }

    public int[] ReadInt32Vector()
    {
        var items = NewArray<int>(ReadVectorHead(minimalSize: 4));
        for (var i = 0; i < items.Length; i++)
            items[i] = ReadInt32();
        return items;
    }

    public long[] ReadInt64Vector()
    {
        var items = NewArray<long>(ReadVectorHead(minimalSize: 8));
        for (var i = 0; i < items.Length; i++)
            items[i] = ReadInt64();
        return items;
    }

    public double[] ReadDoubleVector()
    {
        var items = NewArray<double>(ReadVectorHead(minimalSize: 8));
        for (var i = 0; i < items.Length; i++)
            items[i] = ReadDouble();
        return items;
    }

    public string[] ReadStringVector()
    {
        var items = NewArray<string>(ReadVectorHead(minimalSize: 4));
        for (var i = 0; i < items.Length; i++)
            items[i] = ReadString();
        return items;
    }

    public ReadOnlyMemory<byte>[] ReadBytesVector()
    {
        var items = NewArray<ReadOnlyMemory<byte>>(ReadVectorHead(minimalSize: 4));
        for (var i = 0; i < items.Length; i++)
            items[i] = ReadBytes();
        return items;
    }

    /// <summary>Reads a vector's id and count; no count is believed that the remaining bytes could not hold.</summary>
    /// <param name="minimalSize">The fewest bytes that one element takes.</param>
    public int ReadVectorHead(int minimalSize)
    {
        if (ReadUInt32() is var id && id != Schema.VectorId)
            throw Malformed($"expected a vector, found {id:x8}", back: 4);
        return ReadCount(minimalSize);
    }

    /// <summary>Reads the count of a bare vector.</summary>
    public int ReadCount(int minimalSize)
    {
        var count = ReadInt32();
        if (count < 0 || count > Remaining / minimalSize)
            throw Malformed($"a vector of {count} where {Remaining} bytes remain", back: 4);
        return count;
    }

    private static T[] NewArray<T>(int count) => count == 0 ? [] : new T[count];

    private uint Enter()
    {
        if (++Depth > Schema.MaxDepth)
            throw Malformed($"values nested deeper than {Schema.MaxDepth}");
        return ReadUInt32();
    }

    private readonly TlException Malformed(string what, int back = 0) => new($"{what} at byte {Position - back}");
}
