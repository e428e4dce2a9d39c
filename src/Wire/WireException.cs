namespace TelegramRest.Wire;

/// <summary>The other side sent bytes that break the protocol: a bad length, a failed check, a wrong hash.</summary>
public sealed class WireException : Exception
{
    public WireException()
    {
    }

    public WireException(string message)
        : base(message)
    {
    }

    public WireException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
