namespace TelegramRest.Tl;

/// <summary>
/// Bytes that are not a well-formed TL value, or a value that TL cannot carry. Whatever a peer sends, reading it ends in a value
/// or in this exception. See https://core.telegram.org/mtproto/serialize.
/// </summary>
public class TlException : Exception
{
    public TlException(string message) : base(message) { }

    public TlException(string message, Exception innerException) : base(message, innerException) { }
}
