using System.Security.Cryptography;
using TelegramRest.Tl;
using Xunit;

namespace TelegramRest.Tests.Unit.Tl;

/// <summary>The primitives, held against bytes written by hand from https://core.telegram.org/mtproto/serialize.</summary>
public sealed class ReaderWriterTests
{
    [Fact]
    public void Numbers_are_little_endian()
    {
        using var writer = new TlWriter();
        writer.WriteInt32(-2);
        writer.WriteInt64(0x0102030405060708);
        writer.WriteDouble(1.5);
        writer.WriteBool(true);
        writer.WriteBool(false);
        Assert.Equal("FEFFFFFF" + "0807060504030201" + "000000000000F83F" + "B5757299" + "379779BC", Convert.ToHexString(writer.WrittenSpan));

        var reader = new TlReader(writer.WrittenSpan);
        Assert.Equal(-2, reader.ReadInt32());
        Assert.Equal(0x0102030405060708, reader.ReadInt64());
        Assert.Equal(1.5, reader.ReadDouble());
        Assert.True(reader.ReadBool());
        Assert.False(reader.ReadBool());
        Assert.Equal(0, reader.Remaining);
    }

    [Fact]
    public void A_string_is_padded_to_four_bytes()
    {
        using var writer = new TlWriter();
        writer.WriteString("");
        writer.WriteString("abc");
        writer.WriteString("дом");
        Assert.Equal("00000000" + "03616263" + "06D0B4D0BED0BC00", Convert.ToHexString(writer.WrittenSpan));
    }

    [Theory]
    [InlineData(0, 4)]
    [InlineData(3, 4)]
    [InlineData(4, 8)]
    [InlineData(253, 256)]
    [InlineData(254, 260)]
    [InlineData(255, 260)]
    [InlineData(256, 260)]
    [InlineData(65_536, 65_540)]
    [InlineData((1 << 24) - 1, 1 << 24 | 4)]
    public void Bytes_of_any_length_come_back(int length, int written)
    {
        var content = RandomNumberGenerator.GetBytes(length);
        using var writer = new TlWriter();
        writer.WriteBytes(content);
        writer.WriteInt32(42);
        Assert.Equal(written + 4, writer.Length);

        var reader = new TlReader(writer.WrittenSpan);
        Assert.True(reader.ReadBytesSpan().SequenceEqual(content));
        Assert.Equal(42, reader.ReadInt32());
    }

    [Fact]
    public void Bytes_that_do_not_fit_the_length_are_refused()
    {
        using var writer = new TlWriter();
        Assert.Throws<TlException>(() => writer.WriteBytes(new byte[1 << 24]));
        Assert.Throws<TlException>(() => writer.WriteFixed(new byte[15], 16));
    }

    [Fact]
    public void A_string_that_is_no_utf8_still_reads()
    {
        var reader = new TlReader([0x02, 0xff, 0x41, 0x00]);
        Assert.Equal("\ufffdA", reader.ReadString());
    }

    [Theory]
    [InlineData("FF000000")]
    [InlineData("05616263")]
    [InlineData("FEFFFFFF")]
    [InlineData("0361")]
    [InlineData("")]
    public void A_string_that_ends_early_is_refused(string bytes) =>
        Assert.Throws<TlException>(() => new TlReader(Convert.FromHexString(bytes)).ReadString());

    [Fact]
    public void A_bool_is_one_of_two_ids() =>
        Assert.Equal("expected a Bool, found 00000001 at byte 0", Assert.Throws<TlException>(() => new TlReader([1, 0, 0, 0]).ReadBool()).Message);

    [Fact]
    public void A_vector_carries_its_id() =>
        Assert.Equal("expected a vector, found 00000001 at byte 0", Assert.Throws<TlException>(() => new TlReader([1, 0, 0, 0, 0, 0, 0, 0]).ReadInt32Vector()).Message);

    [Fact]
    public void Peeking_and_skipping_move_as_told()
    {
        var reader = new TlReader([1, 0, 0, 0, 2, 0, 0, 0]);
        Assert.Equal(1u, reader.PeekUInt32());
        reader.Skip(4);
        Assert.Equal(2u, reader.ReadUInt32());
        Assert.Equal(8, reader.Position);
    }

    [Fact]
    public void A_reset_writer_begins_again()
    {
        using var writer = new TlWriter(capacity: 1);
        for (var i = 0; i < 1000; i++)
            writer.WriteInt32(i);
        Assert.Equal(4000, writer.Length);
        Assert.Equal(999, new TlReader(writer.WrittenSpan[3996..]).ReadInt32());

        writer.Reset();
        writer.WriteInt32(5);
        Assert.Equal("05000000", Convert.ToHexString(writer.WrittenMemory.Span));
    }
}
