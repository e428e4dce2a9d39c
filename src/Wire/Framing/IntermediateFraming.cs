using System.Buffers;
using System.Buffers.Binary;

namespace TelegramRest.Wire.Framing;

/// <summary>https://core.telegram.org/mtproto/mtproto-transports#intermediate</summary>
internal sealed class IntermediateFraming : PacketFraming
{
    private const int Prefix = 4;

    public override TransportKind Kind => TransportKind.Intermediate;

    public override ReadOnlySpan<byte> Preamble => [0xEE, 0xEE, 0xEE, 0xEE];

    public override void Write(ReadOnlySpan<byte> packet, IBufferWriter<byte> output)
    {
        var span = output.GetSpan(Prefix + packet.Length);
        BinaryPrimitives.WriteInt32LittleEndian(span, packet.Length);
        packet.CopyTo(span[Prefix..]);
        output.Advance(Prefix + packet.Length);
    }

    public override Frame Read(ReadOnlySpan<byte> input)
    {
        if (input.Length < Prefix)
            return Frame.Incomplete;
        var word = BinaryPrimitives.ReadUInt32LittleEndian(input);
        var length = CheckLength(word & 0x7FFF_FFFF);
        return input.Length < Prefix + length ? Frame.Incomplete : new Frame(Prefix + length, Prefix, length, word >> 31 != 0);
    }

    public override void WriteQuickAck(uint token, IBufferWriter<byte> output)
    {
        BinaryPrimitives.WriteUInt32LittleEndian(output.GetSpan(4), token | 0x8000_0000);
        output.Advance(4);
    }
}
