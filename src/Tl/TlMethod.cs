namespace TelegramRest.Tl;

/// <summary>A function of the schema with its arguments, untyped: what a server dispatches on.</summary>
public abstract class TlMethod : TlObject
{
    /// <summary>Reads this function's result.</summary>
    public abstract object ReadResultObject(ref TlReader reader);

    /// <summary>Writes this function's result in <see cref="TlWriter.Layer"/>.</summary>
    /// <exception cref="TlException">The object is no result of this function.</exception>
    public abstract void WriteResultObject(TlWriter writer, object result);
}
