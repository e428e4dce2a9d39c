namespace TelegramRest.Tl.Results;

/// <summary>Ties the typed and the untyped face of a function together; what is generated only says how its result reads.</summary>
public abstract class TlMethodOf<TResult> : TlMethod, ITlMethod<TResult>
    where TResult : notnull
{
    public abstract TResult ReadResult(ref TlReader reader);

    public abstract void WriteResult(TlWriter writer, TResult result);

    public sealed override object ReadResultObject(ref TlReader reader) => ReadResult(ref reader);

    public override void WriteResultObject(TlWriter writer, object result)
    {
        if (result is not TResult typed)
            throw new TlException($"{GetType().Name} cannot answer {result.GetType().Name}");
        WriteResult(writer, typed);
    }
}
