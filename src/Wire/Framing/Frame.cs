namespace TelegramRest.Wire.Framing;

/// <summary>Where a packet lies in the bytes that were looked at.</summary>
/// <param name="Consumed">Bytes of the whole frame; 0 when more are needed.</param>
/// <param name="Offset">Where the packet starts.</param>
/// <param name="Length">Bytes of the packet.</param>
/// <param name="QuickAck">The sender asked for a quick acknowledgement (or, from a server, the four bytes are one).</param>
public readonly record struct Frame(int Consumed, int Offset, int Length, bool QuickAck)
{
    /// <summary>The frame has not arrived wholly.</summary>
    public static Frame Incomplete => default;

    /// <summary>A frame was found.</summary>
    public bool IsComplete => Consumed > 0;
}
