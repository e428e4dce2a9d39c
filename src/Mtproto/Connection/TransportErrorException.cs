namespace TelegramRest.Mtproto.Connection;

/// <summary>
/// A data centre answered with a bare error code instead of a message: −404 (it does not know the key), −429 (too many connections), −444 (wrong data centre).
/// https://core.telegram.org/mtproto/mtproto-transports#transport-errors
/// </summary>
internal sealed class TransportErrorException(int code) : Exception($"The data centre answered with transport error {code}.")
{
    public const int KeyUnknown = -404;
    public const int TooManyConnections = -429;

    public int Code => code;
}
