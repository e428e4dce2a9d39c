using System.Buffers.Binary;
using TelegramRest.Wire;
using TelegramRest.Wire.Framing;

namespace TelegramRest.Tests.Unit.Wire.Framing;

public class ObfuscationTests
{
    private static readonly byte[] Secret = Hex.Decode("000102030405060708090a0b0c0d0e0f");

    [Theory]
    [InlineData(TransportKind.Abridged, 2, false)]
    [InlineData(TransportKind.Intermediate, 10002, false)]
    [InlineData(TransportKind.PaddedIntermediate, -3, true)]
    public void Both_roles_understand_each_other(TransportKind kind, short dataCentre, bool withSecret)
    {
        var header = new byte[64];
        var client = Obfuscation.CreateClient(kind, dataCentre, withSecret ? Secret : [], new FixedRandom(1), header);
        var server = Obfuscation.AcceptServer(header, withSecret ? Secret : []);
        Assert.Equal(kind, server.Kind);
        Assert.Equal(dataCentre, server.DataCentre);

        byte[] message = [1, 2, 3, 4, 5];
        client.Encrypt(message);
        Assert.NotEqual<byte>([1, 2, 3, 4, 5], message);
        server.Decrypt(message);
        Assert.Equal<byte>([1, 2, 3, 4, 5], message);
        server.Encrypt(message);
        client.Decrypt(message);
        Assert.Equal<byte>([1, 2, 3, 4, 5], message);
    }

    [Fact]
    public void Another_secret_is_found_out()
    {
        var header = new byte[64];
        Obfuscation.CreateClient(TransportKind.Intermediate, 2, Secret, new FixedRandom(1), header);
        Assert.Throws<WireException>(() => Obfuscation.AcceptServer(header, []));
    }

    [Fact]
    public void Headers_never_look_like_another_protocol()
    {
        var header = new byte[64];
        for (var seed = 0; seed < 2000; seed++)
        {
            Obfuscation.CreateClient(TransportKind.Intermediate, 2, [], new FixedRandom(seed), header);
            Assert.NotEqual(0xEF, header[0]);
            Assert.NotEqual(0, BinaryPrimitives.ReadInt32LittleEndian(header.AsSpan(4)));
            Assert.True(TransportDetector.TryDetect(header, out var kind, out _));
            Assert.Null(kind);
        }
    }

    [Fact]
    public void Full_framing_cannot_be_hidden() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Obfuscation.CreateClient(TransportKind.Full, 2, [], new FixedRandom(1), new byte[64]));
}
