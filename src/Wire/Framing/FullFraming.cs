using System.Buffers;
using System.Buffers.Binary;

namespace TelegramRest.Wire.Framing;

/// <summary>https://core.telegram.org/mtproto/mtproto-transports#full</summary>
internal sealed class FullFraming : PacketFraming
{
    private const int Prefix = 8;
    private const int Overhead = Prefix + 4;

    private int written;
    private int read;

    public override TransportKind Kind => TransportKind.Full;

    public override ReadOnlySpan<byte> Preamble => [];

    public override void Write(ReadOnlySpan<byte> packet, IBufferWriter<byte> output)
    {
        var total = packet.Length + Overhead;
        var span = output.GetSpan(total)[..total];
        BinaryPrimitives.WriteInt32LittleEndian(span, total);
        BinaryPrimitives.WriteInt32LittleEndian(span[4..], written++);
        packet.CopyTo(span[Prefix..]);
        BinaryPrimitives.WriteUInt32LittleEndian(span[^4..], Crc32.Compute(span[..^4]));
        output.Advance(total);
    }

    public override Frame Read(ReadOnlySpan<byte> input)
    {
        if (input.Length < 4)
            return Frame.Incomplete;
        var total = CheckLength(BinaryPrimitives.ReadUInt32LittleEndian(input), Overhead + 4);
        if (input.Length < total)
            return Frame.Incomplete;
        var frame = input[..total];
        if (BinaryPrimitives.ReadUInt32LittleEndian(frame[^4..]) != Crc32.Compute(frame[..^4]))
            throw new WireException("A frame's checksum is wrong.");
        if (BinaryPrimitives.ReadInt32LittleEndian(frame[4..]) != read)
            throw new WireException("A frame is out of sequence.");
        read++;
        return new Frame(total, Prefix, total - Overhead, QuickAck: false);
    }
}
