namespace TelegramRest.Tl;

/// <summary>A function of the schema that answers <typeparamref name="TResult"/>.</summary>
public interface ITlMethod<TResult>
{
    TlMethod Method => (TlMethod)this;

    void Write(TlWriter writer);

    TResult ReadResult(ref TlReader reader);

    void WriteResult(TlWriter writer, TResult result);
}
