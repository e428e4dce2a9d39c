namespace TelegramRest.Tl.Results;

/// <summary>A function that answers one boxed value.</summary>
public abstract class ObjectMethod<TResult> : TlMethodOf<TResult>
    where TResult : TlObject
{
    public sealed override TResult ReadResult(ref TlReader reader) => reader.Read<TResult>();

    public sealed override void WriteResult(TlWriter writer, TResult result) => writer.WriteObject(result);
}
