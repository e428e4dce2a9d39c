using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace TelegramRest.Tl;

/// <summary>
/// Writes TL values into a pooled buffer that grows. Not for use by two threads at once; after <see cref="Dispose"/> neither the
/// writer nor anything it handed out may be used. See https://core.telegram.org/mtproto/serialize.
/// </summary>
public sealed class TlWriter(int capacity = 256) : IDisposable
{
    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(capacity);

    /// <summary>The layer whose forms are written; values that it lacks raise <see cref="TlLayerException"/>.</summary>
    public int Layer { get; set; } = Schema.Layer;

    /// <summary>What is written in place of values that an older <see cref="Layer"/> lacks; without it they raise <see cref="TlLayerException"/>.</summary>
    public ITlSubstitutes? Substitutes { get; set; }

    /// <summary>Bytes written so far.</summary>
    public int Length { get; private set; }

    public ReadOnlySpan<byte> WrittenSpan => _buffer.AsSpan(0, Length);

    /// <summary>What was written, in place: valid until the next write, <see cref="Reset"/> or <see cref="Dispose"/>.</summary>
    public ReadOnlyMemory<byte> WrittenMemory => _buffer.AsMemory(0, Length);

    /// <summary>Forgets what was written and keeps the buffer.</summary>
    public void Reset() => Length = 0;

    public void WriteInt32(int value) => BinaryPrimitives.WriteInt32LittleEndian(Take(4), value);

    public void WriteUInt32(uint value) => BinaryPrimitives.WriteUInt32LittleEndian(Take(4), value);

    public void WriteInt64(long value) => BinaryPrimitives.WriteInt64LittleEndian(Take(8), value);

    public void WriteDouble(double value) => BinaryPrimitives.WriteDoubleLittleEndian(Take(8), value);

    public void WriteBool(bool value) => WriteUInt32(value ? Schema.BoolTrueId : Schema.BoolFalseId);

    public void WriteString(string value)
    {
        var length = Encoding.UTF8.GetByteCount(value);
        Encoding.UTF8.GetBytes(value, TakeBytes(length));
    }

    public void WriteBytes(ReadOnlyMemory<byte> value) => WriteBytes(value.Span);

    public void WriteBytes(ReadOnlySpan<byte> value) => value.CopyTo(TakeBytes(value.Length));

    public void WriteRaw(ReadOnlySpan<byte> value) => value.CopyTo(Take(value.Length));

    /// <summary>Writes int128 or int256.</summary>
    /// <exception cref="TlException">The value is not as long as its type.</exception>
    public void WriteFixed(ReadOnlyMemory<byte> value, int length)
    {
        if (value.Length != length)
            throw new TlException($"{value.Length} bytes where the type has {length}");
        WriteRaw(value.Span);
    }

    /// <summary>Writes a boxed value.</summary>
    /// <exception cref="TlException">The value is null: its flag is set by a sibling, so it may not be.</exception>
    public void WriteObject(TlObject? value)
    {
        if (value is null)
            throw new TlException("a value is missing whose flag another field sets");
        if (Substitutes is null || Layer >= Schema.Layer)
            value.Write(this);
        else
            WriteForOlder(value, Substitutes);
    }

    /// <summary>Writes a boxed vector of boxed values; what <see cref="Substitutes"/> lets go is not counted.</summary>
    public void WriteVector(ReadOnlySpan<TlObject> items)
    {
        WriteVectorHead(items.Length);
        var (head, count) = (Length - 4, items.Length);
        foreach (var item in items)
        {
            var start = Length;
            try
            {
                WriteObject(item);
            }
            catch (TlLayerException) when (Substitutes is { } substitutes && substitutes.CanOmit(item))
            {
                (Length, count) = (start, count - 1);
            }
        }

        if (count < items.Length)
            BinaryPrimitives.WriteInt32LittleEndian(_buffer.AsSpan(head), count);
    }

    public void WriteInt32Vector(ReadOnlySpan<int> items)
    {
        WriteVectorHead(items.Length);
        foreach (var item in items)
            WriteInt32(item);
    }

    public void WriteInt64Vector(ReadOnlySpan<long> items)
    {
        WriteVectorHead(items.Length);
        foreach (var item in items)
            WriteInt64(item);
    }

    public void WriteDoubleVector(ReadOnlySpan<double> items)
    {
        WriteVectorHead(items.Length);
        foreach (var item in items)
            WriteDouble(item);
    }

    public void WriteStringVector(ReadOnlySpan<string> items)
    {
        WriteVectorHead(items.Length);
        foreach (var item in items)
            WriteString(item);
    }

    public void WriteBytesVector(ReadOnlySpan<ReadOnlyMemory<byte>> items)
    {
        WriteVectorHead(items.Length);
        foreach (var item in items)
            WriteBytes(item);
    }

    /// <summary>Writes a vector's id and count; the elements follow.</summary>
    public void WriteVectorHead(int count)
    {
        WriteUInt32(Schema.VectorId);
        WriteInt32(count);
    }

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_buffer, clearArray: true);
        _buffer = [];
        Length = 0;
    }

    /// <summary>Writes the length and the padding of a string and leaves room for its content.</summary>
    private Span<byte> TakeBytes(int length)
    {
        if (length >= 1 << 24)
            throw new TlException($"a string of {length} bytes; TL carries less than 16 MiB");

        var headLength = length < 254 ? 1 : 4;
        var padding = -(headLength + length) & 3;
        var taken = Take(headLength + length + padding);
        if (headLength == 1)
            taken[0] = (byte)length;
        else
            BinaryPrimitives.WriteInt32LittleEndian(taken, (length << 8) | 254);
        taken[(headLength + length)..].Clear();
        return taken.Slice(headLength, length);
    }

    private Span<byte> Take(int length)
    {
        if (length > _buffer.Length - Length)
            Grow(length);
        var taken = _buffer.AsSpan(Length, length);
        Length += length;
        return taken;
    }

    private void WriteForOlder(TlObject value, ITlSubstitutes substitutes)
    {
        value = substitutes.Adapt(value, Layer);
        var start = Length;
        TlObject? other;
        try
        {
            value.Write(this);
            return;
        }
        catch (TlLayerException) when ((other = substitutes.Replace(value, Layer)) is not null)
        {
            Length = start;
        }

        other.Write(this);
    }

    private void Grow(int length)
    {
        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(_buffer.Length * 2, checked(Length + length)));
        WrittenSpan.CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_buffer, clearArray: true);
        _buffer = larger;
    }
}
