namespace TelegramRest.Tl.Results;

/// <summary>A function that answers yes or no.</summary>
public abstract class BoolMethod : TlMethodOf<bool>
{
    public sealed override bool ReadResult(ref TlReader reader) => reader.ReadBool();

    public sealed override void WriteResult(TlWriter writer, bool result) => writer.WriteBool(result);
}
