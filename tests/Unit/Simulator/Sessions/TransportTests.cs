using TelegramRest.Simulator.Sessions;
using TelegramRest.Wire.Framing;

namespace TelegramRest.Tests.Unit.Simulator.Sessions;

public sealed class TransportTests
{
    [Theory]
    [InlineData(TransportKind.Abridged, false)]
    [InlineData(TransportKind.Intermediate, false)]
    [InlineData(TransportKind.PaddedIntermediate, false)]
    [InlineData(TransportKind.Full, false)]
    [InlineData(TransportKind.Abridged, true)]
    [InlineData(TransportKind.Intermediate, true)]
    [InlineData(TransportKind.PaddedIntermediate, true)]
    public async Task Every_transport_carries_a_key_exchange_and_a_call(TransportKind kind, bool obfuscated)
    {
        await using var server = TestServer.Start();
        await using var client = await RawClient.ConnectAsync(server.PortOf(TestServer.DcId), server.Time, kind, obfuscated);

        await new KeyExchangeClient(client, server.PublicKey).RunAsync(ServiceIds.ReqPqMulti, ServiceIds.PqInnerDataDc);
        await client.SendAsync(RawClient.Ping(5), content: false);

        Assert.Equal(5, (await client.ReceiveAsync(ServiceIds.Pong)).Int64At(12));
    }

    [Theory]
    [InlineData(TransportKind.Intermediate)]
    [InlineData(TransportKind.PaddedIntermediate)]
    public async Task A_quick_acknowledgement_is_the_top_of_the_message_hash(TransportKind kind)
    {
        await using var server = TestServer.Start();
        var secret = await server.SeedKeyAsync();
        await using var client = await RawClient.ConnectAsync(server.PortOf(TestServer.DcId), server.Time, kind, obfuscated: true);
        client.Use(secret, server.Salts.Current(server.Keys.Find(new Wire.AuthKey(secret).Id)!, server.Keys.Now), sessionId: 9);

        await client.SendAsync(RawClient.Ping(5), content: false, wantsQuickAck: true);

        // The token has no length of its own: its marking bit is what tells it from one.
        var token = await client.ReceiveBytesAsync(4);
        Assert.True((token[3] & 0x80) != 0);
        Assert.Equal(5, (await client.ReceiveAsync(ServiceIds.Pong)).Int64At(12));
    }

    [Theory]
    [InlineData("474554202f20485454502f312e310d0a")]
    [InlineData("eeeeeeeeffffff7f")]
    [InlineData("eeeeeeee00000000")]
    [InlineData("ef7fffffff")]
    [InlineData("0c000000000000000011223300000000")]
    public async Task Rubbish_ends_its_own_connection_only(string hex)
    {
        await using var server = TestServer.Start();
        await using var hostile = await RawClient.ConnectAsync(server.PortOf(TestServer.DcId), server.Time, TransportKind.Full);
        await using var client = await server.ClientAsync();

        await hostile.SendBytesAsync([.. Convert.FromHexString(hex), .. new byte[64]]);

        Assert.Null(await hostile.ReceivePacketAsync());
        await client.SendAsync(RawClient.Ping(5), content: false);
        await client.ReceiveAsync(ServiceIds.Pong);
    }

    [Fact]
    public async Task A_connection_that_never_says_anything_ends_after_a_minute()
    {
        await using var server = TestServer.Start();
        await using var silent = await RawClient.ConnectAsync(server.PortOf(TestServer.DcId), server.Time);
        await using var other = await server.ClientAsync();
        await other.SendAsync(RawClient.Ping(1), content: false);
        await other.ReceiveAsync(ServiceIds.Pong);

        server.Time.Advance(TimeSpan.FromSeconds(61));

        Assert.Null(await silent.ReceivePacketAsync());
    }
}
