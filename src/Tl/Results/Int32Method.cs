namespace TelegramRest.Tl.Results;

/// <summary>A function that answers a bare int.</summary>
public abstract class Int32Method : TlMethodOf<int>
{
    public sealed override int ReadResult(ref TlReader reader) => reader.ReadInt32();

    public sealed override void WriteResult(TlWriter writer, int result) => writer.WriteInt32(result);
}
