namespace TelegramRest.Tl.Results;

/// <summary>A function that answers a bare long.</summary>
public abstract class Int64Method : TlMethodOf<long>
{
    public sealed override long ReadResult(ref TlReader reader) => reader.ReadInt64();

    public sealed override void WriteResult(TlWriter writer, long result) => writer.WriteInt64(result);
}
