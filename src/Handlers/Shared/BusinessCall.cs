namespace TelegramRest.Handlers.Shared;

/// <summary>A call on behalf of a business account; it answers what the call inside answers.</summary>
/// <remarks>https://core.telegram.org/method/invokeWithBusinessConnection</remarks>
internal sealed class BusinessCall<TResult>(string connectionId, Tl.ITlMethod<TResult> query) : Tl.ITlMethod<TResult>
{
    private readonly Tl.InvokeWithBusinessConnection wrapper = new() { ConnectionId = connectionId, Query = query.Method };

    public Tl.TlMethod Method => wrapper;

    public void Write(Tl.TlWriter writer) => wrapper.Write(writer);

    public TResult ReadResult(ref Tl.TlReader reader) => query.ReadResult(ref reader);

    public void WriteResult(Tl.TlWriter writer, TResult result) => query.WriteResult(writer, result);
}
