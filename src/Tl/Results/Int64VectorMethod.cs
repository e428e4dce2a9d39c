namespace TelegramRest.Tl.Results;

/// <summary>A function that answers a vector of long.</summary>
public abstract class Int64VectorMethod : TlMethodOf<long[]>
{
    public sealed override long[] ReadResult(ref TlReader reader) => reader.ReadInt64Vector();

    public sealed override void WriteResult(TlWriter writer, long[] result) => writer.WriteInt64Vector(result);
}
