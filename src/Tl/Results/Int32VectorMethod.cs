namespace TelegramRest.Tl.Results;

/// <summary>A function that answers a vector of int.</summary>
public abstract class Int32VectorMethod : TlMethodOf<int[]>
{
    public sealed override int[] ReadResult(ref TlReader reader) => reader.ReadInt32Vector();

    public sealed override void WriteResult(TlWriter writer, int[] result) => writer.WriteInt32Vector(result);
}
