namespace TelegramRest.Tl.Results;

/// <summary>A function that answers a vector of boxed values.</summary>
public abstract class ObjectVectorMethod<TElement> : TlMethodOf<TElement[]>
    where TElement : TlObject
{
    public sealed override TElement[] ReadResult(ref TlReader reader) => reader.ReadVector<TElement>();

    public sealed override void WriteResult(TlWriter writer, TElement[] result) => writer.WriteVector(result);
}
