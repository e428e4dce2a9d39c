using System.Buffers;
using System.Buffers.Binary;

namespace TelegramRest.Wire.Framing;

/// <summary>https://core.telegram.org/mtproto/mtproto-transports#padded-intermediate</summary>
internal sealed class PaddedIntermediateFraming(RandomSource random) : PacketFraming
{
    private const int Prefix = 4;
    private const int MaximumPadding = 15;

    // Authorization key id and message key stand before what is encrypted in blocks of sixteen bytes.
    private const int EncryptedHeader = 24;

    public override TransportKind Kind => TransportKind.PaddedIntermediate;

    public override ReadOnlySpan<byte> Preamble => [0xDD, 0xDD, 0xDD, 0xDD];

    public override void Write(ReadOnlySpan<byte> packet, IBufferWriter<byte> output)
    {
        var padding = random.NextInt32(MaximumPadding + 1);
        var total = Prefix + packet.Length + padding;
        var span = output.GetSpan(total)[..total];
        BinaryPrimitives.WriteInt32LittleEndian(span, packet.Length + padding);
        packet.CopyTo(span[Prefix..]);
        random.Fill(span[(Prefix + packet.Length)..]);
        output.Advance(total);
    }

    public override Frame Read(ReadOnlySpan<byte> input)
    {
        if (input.Length < Prefix)
            return Frame.Incomplete;
        var word = BinaryPrimitives.ReadUInt32LittleEndian(input);
        var length = CheckLength(word & 0x7FFF_FFFF);
        return input.Length < Prefix + length
            ? Frame.Incomplete
            : new Frame(Prefix + length, Prefix, Unpadded(input.Slice(Prefix, length)), word >> 31 != 0);
    }

    public override void WriteQuickAck(uint token, IBufferWriter<byte> output)
    {
        BinaryPrimitives.WriteUInt32LittleEndian(output.GetSpan(4), token | 0x8000_0000);
        output.Advance(4);
    }

    // The padding has no length of its own: an encrypted packet ends at a block, a plain one says its length, and a short one is an error code.
    private static int Unpadded(ReadOnlySpan<byte> packet)
    {
        if (packet.Length < 16)
            return 4;
        if (packet.Length < EncryptedHeader || BinaryPrimitives.ReadInt64LittleEndian(packet) == 0)
            return packet.Length;
        return EncryptedHeader + ((packet.Length - EncryptedHeader) & ~15);
    }
}
