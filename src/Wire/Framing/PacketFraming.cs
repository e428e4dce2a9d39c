using System.Buffers;

namespace TelegramRest.Wire.Framing;

/// <summary>One direction pair of one connection: writes packets as frames and finds frames in what arrived.</summary>
public abstract class PacketFraming
{
    /// <summary>No packet may be longer than this, in either direction.</summary>
    public const int MaximumPacket = 1 << 24;

    /// <summary>No frame adds more than this to its packet.</summary>
    public const int MaximumOverhead = 32;

    /// <summary>Which one this is.</summary>
    public abstract TransportKind Kind { get; }

    /// <summary>What a client sends first to say which framing it speaks; empty for full.</summary>
    public abstract ReadOnlySpan<byte> Preamble { get; }

    /// <summary>Starts a framing; <paramref name="random"/> pads where the framing pads.</summary>
    public static PacketFraming Create(TransportKind kind, RandomSource random) => kind switch
    {
        TransportKind.Abridged => new AbridgedFraming(),
        TransportKind.Intermediate => new IntermediateFraming(),
        TransportKind.PaddedIntermediate => new PaddedIntermediateFraming(random),
        TransportKind.Full => new FullFraming(),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    /// <summary>Appends one frame. The packet's length is a multiple of four.</summary>
    public abstract void Write(ReadOnlySpan<byte> packet, IBufferWriter<byte> output);

    /// <summary>Looks for one frame at the start of <paramref name="input"/>. The framing's own padding is not part of the packet found.</summary>
    /// <exception cref="WireException">The bytes cannot become a frame: bad length, checksum or sequence number.</exception>
    public abstract Frame Read(ReadOnlySpan<byte> input);

    /// <summary>Appends the four bytes with which a server answers a packet's request for a quick acknowledgement.</summary>
    public virtual void WriteQuickAck(uint token, IBufferWriter<byte> output) =>
        throw new NotSupportedException($"{Kind} has no quick acknowledgement.");

    private protected static int CheckLength(long length, int minimum = 4)
    {
        if (length < minimum || length > MaximumPacket)
            throw new WireException($"A frame of {length} bytes is not acceptable.");
        return (int)length;
    }
}
