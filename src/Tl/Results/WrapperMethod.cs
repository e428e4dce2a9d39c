namespace TelegramRest.Tl.Results;

/// <summary>
/// A function around another (invokeWithLayer, initConnection …), which answers what the innermost answers.
/// See https://core.telegram.org/api/invoking.
/// </summary>
public abstract class WrapperMethod : TlMethod
{
    /// <summary>The wrapped function.</summary>
    public required TlMethod Query { get; set; }

    public sealed override object ReadResultObject(ref TlReader reader) => Query.ReadResultObject(ref reader);

    public sealed override void WriteResultObject(TlWriter writer, object result) => Query.WriteResultObject(writer, result);
}
