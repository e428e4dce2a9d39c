namespace TelegramRest.Wire.Framing;

/// <summary>How packets are told apart in a TCP stream. https://core.telegram.org/mtproto/mtproto-transports</summary>
public enum TransportKind
{
    /// <summary>Length in one byte or four, counted in words of four bytes.</summary>
    Abridged,

    /// <summary>Length in four bytes.</summary>
    Intermediate,

    /// <summary>Length in four bytes, up to 15 random bytes behind the packet.</summary>
    PaddedIntermediate,

    /// <summary>Length, sequence number and CRC-32.</summary>
    Full,
}
