using System.Buffers;
using TelegramRest.Wire;
using TelegramRest.Wire.Framing;

namespace TelegramRest.Tests.Unit.Wire.Framing;

public class PacketFramingTests
{
    public static TheoryData<TransportKind> Kinds => [.. Enum.GetValues<TransportKind>()];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Packets_come_back_whole_and_in_order(TransportKind kind)
    {
        var writer = PacketFraming.Create(kind, new FixedRandom(1));
        var reader = PacketFraming.Create(kind, new FixedRandom(2));
        var output = new ArrayBufferWriter<byte>();
        byte[][] packets = [.. new[] { 40, 56, 24 + (16 * 40), 24 + (16 * 100_000) }.Select(Packet)];
        foreach (var packet in packets)
            writer.Write(packet, output);

        var rest = output.WrittenSpan;
        foreach (var packet in packets)
        {
            var frame = reader.Read(rest);
            Assert.Equal(packet, rest.Slice(frame.Offset, frame.Length).ToArray());
            rest = rest[frame.Consumed..];
        }

        Assert.True(rest.IsEmpty);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Nothing_is_found_before_the_last_byte(TransportKind kind)
    {
        var output = new ArrayBufferWriter<byte>();
        PacketFraming.Create(kind, new FixedRandom(1)).Write(Packet(56), output);
        var reader = PacketFraming.Create(kind, new FixedRandom(1));
        for (var length = 0; length < output.WrittenCount; length++)
            Assert.False(reader.Read(output.WrittenSpan[..length]).IsComplete);
        Assert.Equal(output.WrittenCount, reader.Read(output.WrittenSpan).Consumed);
    }

    [Theory]
    [InlineData(TransportKind.Abridged, "7f010040")]
    [InlineData(TransportKind.Abridged, "00")]
    [InlineData(TransportKind.Intermediate, "00000000")]
    [InlineData(TransportKind.Intermediate, "ffffff7f")]
    [InlineData(TransportKind.Intermediate, "01000001")]
    [InlineData(TransportKind.PaddedIntermediate, "ffffffff")]
    [InlineData(TransportKind.Full, "0b000000")]
    [InlineData(TransportKind.Full, "ffffffff")]
    [InlineData(TransportKind.Full, "00000080")]
    public void Hostile_lengths_are_errors_at_once(TransportKind kind, string hex) =>
        Assert.Throws<WireException>(() => PacketFraming.Create(kind, new FixedRandom(1)).Read(Hex.Decode(hex)));

    [Fact]
    public void Abridged_counts_in_words_and_escapes_long_packets()
    {
        var output = new ArrayBufferWriter<byte>();
        var framing = PacketFraming.Create(TransportKind.Abridged, new FixedRandom(1));
        framing.Write(new byte[8], output);
        Assert.Equal("020000000000000000", Hex.Encode(output.WrittenSpan));
        output.ResetWrittenCount();
        framing.Write(new byte[508], output);
        Assert.Equal("7f7f0000", Hex.Encode(output.WrittenSpan[..4]));
    }

    [Fact]
    public void Full_refuses_a_wrong_checksum_and_a_wrong_number()
    {
        var output = new ArrayBufferWriter<byte>();
        var writer = PacketFraming.Create(TransportKind.Full, new FixedRandom(1));
        writer.Write(Packet(40), output);
        var damaged = output.WrittenSpan.ToArray();
        damaged[20] ^= 1;
        Assert.Throws<WireException>(() => PacketFraming.Create(TransportKind.Full, new FixedRandom(1)).Read(damaged));

        output.ResetWrittenCount();
        writer.Write(Packet(40), output);
        Assert.Throws<WireException>(() => PacketFraming.Create(TransportKind.Full, new FixedRandom(1)).Read(output.WrittenSpan.ToArray()));
    }

    [Theory]
    [InlineData(TransportKind.Abridged, "81aaaaaaaa")]
    [InlineData(TransportKind.Intermediate, "04000080aaaaaaaa")]
    public void Quick_acknowledgement_bit_is_told_and_masked(TransportKind kind, string hex)
    {
        var frame = PacketFraming.Create(kind, new FixedRandom(1)).Read(Hex.Decode(hex));
        Assert.True(frame.QuickAck);
        Assert.Equal(4, frame.Length);
    }

    [Theory]
    [InlineData(TransportKind.Abridged, "81020304")]
    [InlineData(TransportKind.Intermediate, "04030281")]
    public void Quick_acknowledgement_token_has_its_top_bit_where_the_reader_looks_first(TransportKind kind, string hex)
    {
        var output = new ArrayBufferWriter<byte>();
        PacketFraming.Create(kind, new FixedRandom(1)).WriteQuickAck(0x01020304, output);
        Assert.Equal(hex, Hex.Encode(output.WrittenSpan));
    }

    [Fact]
    public void Padded_error_codes_are_four_bytes()
    {
        var output = new ArrayBufferWriter<byte>();
        for (var seed = 0; seed < 20; seed++)
        {
            output.ResetWrittenCount();
            var framing = PacketFraming.Create(TransportKind.PaddedIntermediate, new FixedRandom(seed));
            framing.Write([0x6C, 0xFE, 0xFF, 0xFF], output);
            Assert.InRange(output.WrittenCount, 8, 23);
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void First_bytes_tell_the_framing(TransportKind kind)
    {
        var framing = PacketFraming.Create(kind, new FixedRandom(1));
        var output = new ArrayBufferWriter<byte>();
        output.Write(framing.Preamble);
        framing.Write(Packet(40), output);
        Assert.True(TransportDetector.TryDetect(output.WrittenSpan, out var found, out var consumed));
        Assert.Equal(kind, found);
        Assert.Equal(framing.Preamble.Length, consumed);
    }

    [Fact]
    public void Detection_waits_for_as_many_bytes_as_it_needs()
    {
        Assert.False(TransportDetector.TryDetect([], out _, out _));
        Assert.False(TransportDetector.TryDetect([0xEE, 0xEE, 0xEE], out _, out _));
        Assert.False(TransportDetector.TryDetect([1, 2, 3, 4, 5, 6, 7], out _, out _));
        Assert.True(TransportDetector.TryDetect([1, 2, 3, 4, 5, 6, 7, 8], out var kind, out _));
        Assert.Null(kind);
    }

    private static byte[] Packet(int length)
    {
        var packet = new byte[length];
        new FixedRandom(length).Fill(packet);
        return packet;
    }
}
