namespace TelegramRest.Mtproto;

/// <summary>A request got no answer that could be read: the client was closed, the data centre could not be reached, or its bytes made no sense.</summary>
public sealed class RpcTransportException : Exception
{
    public RpcTransportException(string message, bool mayHaveBeenSent = false, Exception? innerException = null)
        : base(message, innerException) =>
        MayHaveBeenSent = mayHaveBeenSent;

    /// <summary>Telegram may have carried the request out. False only when it certainly never left.</summary>
    public bool MayHaveBeenSent { get; }
}
