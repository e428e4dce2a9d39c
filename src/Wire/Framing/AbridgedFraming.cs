using System.Buffers;
using System.Buffers.Binary;

namespace TelegramRest.Wire.Framing;

/// <summary>https://core.telegram.org/mtproto/mtproto-transports#abridged</summary>
internal sealed class AbridgedFraming : PacketFraming
{
    private const byte LongForm = 0x7F;
    private const byte QuickAckBit = 0x80;

    public override TransportKind Kind => TransportKind.Abridged;

    public override ReadOnlySpan<byte> Preamble => [0xEF];

    public override void Write(ReadOnlySpan<byte> packet, IBufferWriter<byte> output)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(packet.Length % 4, 0);
        var words = packet.Length / 4;
        var prefix = words < LongForm ? 1 : 4;
        var span = output.GetSpan(prefix + packet.Length);
        if (prefix == 1)
            span[0] = (byte)words;
        else
            BinaryPrimitives.WriteInt32LittleEndian(span, LongForm | (words << 8));
        packet.CopyTo(span[prefix..]);
        output.Advance(prefix + packet.Length);
    }

    public override Frame Read(ReadOnlySpan<byte> input)
    {
        if (input.IsEmpty)
            return Frame.Incomplete;
        var quickAck = (input[0] & QuickAckBit) != 0;
        var words = input[0] & LongForm;
        var prefix = 1;
        if (words == LongForm)
        {
            if (input.Length < 4)
                return Frame.Incomplete;
            words = (int)(BinaryPrimitives.ReadUInt32LittleEndian(input) >> 8);
            prefix = 4;
        }

        var length = CheckLength(words * 4L);
        return input.Length < prefix + length ? Frame.Incomplete : new Frame(prefix + length, prefix, length, quickAck);
    }

    // Byte-swapped, so that the marking top bit comes first.
    public override void WriteQuickAck(uint token, IBufferWriter<byte> output)
    {
        BinaryPrimitives.WriteUInt32BigEndian(output.GetSpan(4), token | 0x8000_0000);
        output.Advance(4);
    }
}
