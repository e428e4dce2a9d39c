namespace TelegramRest.Mtproto.Rpc;

/// <summary>Finds an error where an answer was expected. https://core.telegram.org/mtproto/service_messages#rpc-error</summary>
internal static class RpcErrors
{
    private const uint ErrorId = 0x2144ca19;

    /// <summary>The error, or null when the reader stands before an answer.</summary>
    public static RpcException? TryRead(ref Tl.TlReader reader)
    {
        if (reader.PeekUInt32() != ErrorId)
            return null;
        reader.Skip(4);
        var code = reader.ReadInt32();
        return new RpcException(code, reader.ReadString());
    }
}
