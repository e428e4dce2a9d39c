using TelegramRest.Simulator.Sessions;

namespace TelegramRest.Tests.Unit.Simulator.Sessions;

public sealed class MessageRuleTests
{
    private static readonly Tl.TlMethod Request = new Tl.Help.GetNearestDc();

    [Fact]
    public async Task A_wrong_salt_is_refused_with_the_right_one()
    {
        await using var server = TestServer.Start();
        await using var client = await server.ClientAsync();
        var right = client.Salt;
        client.Salt = 0;

        var id = await client.CallAsync(Request);
        var refusal = await client.ReceiveAsync(ServiceIds.BadServerSalt);

        Assert.Equal(id, refusal.Int64At(4));
        Assert.Equal(48, refusal.Int32At(16));
        Assert.Equal(right, refusal.Int64At(20));
        Assert.Equal(0, server.Dispatcher.Calls);
    }

    [Theory]
    [InlineData(-301, 16)]
    [InlineData(31, 17)]
    public async Task A_clock_too_far_off_is_refused(int seconds, int code)
    {
        await using var server = TestServer.Start();
        await using var client = await server.ClientAsync();

        var id = await client.CallAsync(Request, ((long)(server.Keys.Now + seconds) << 32) + 4);
        var refusal = await client.ReceiveAsync(ServiceIds.BadMsgNotification);

        Assert.Equal(id, refusal.Int64At(4));
        Assert.Equal(code, refusal.Int32At(16));
        Assert.Equal(0, server.Dispatcher.Calls);
    }

    [Fact]
    public async Task An_id_that_is_not_a_clients_is_refused()
    {
        await using var server = TestServer.Start();
        await using var client = await server.ClientAsync();

        await client.CallAsync(Request, client.NextId() + 1);

        Assert.Equal(18, (await client.ReceiveAsync(ServiceIds.BadMsgNotification)).Int32At(16));
    }

    [Fact]
    public async Task A_container_brings_several_and_their_answers_travel_together()
    {
        await using var server = TestServer.Start();
        await using var client = await server.ClientAsync();
        var first = client.NextId();
        var second = client.NextId();

        await client.SendAsync(Bodies.Container((first, client.NextSeqNo(), RawClient.Bytes(Request)), (second, client.NextSeqNo(), RawClient.Bytes(Request))), content: false);
        await client.ResultAsync(first);
        await client.ResultAsync(second);

        Assert.Equal(2, server.Dispatcher.Calls);
        Assert.Equal(first, (await client.ReceiveAsync(ServiceIds.NewSessionCreated)).Int64At(4));
    }

    [Fact]
    public async Task A_repeated_container_is_refused()
    {
        await using var server = TestServer.Start();
        await using var client = await server.ClientAsync();
        var inner = client.NextId();
        var container = Bodies.Container((inner, client.NextSeqNo(), RawClient.Bytes(Request)));

        var id = await client.SendAsync(container, content: false);
        await client.ResultAsync(inner);
        await client.SendAsync(container, content: false, id: id);

        Assert.Equal(19, (await client.ReceiveAsync(ServiceIds.BadMsgNotification)).Int32At(16));
        Assert.Equal(1, server.Dispatcher.Calls);
    }

    [Fact]
    public async Task A_container_in_a_container_is_refused()
    {
        await using var server = TestServer.Start();
        await using var client = await server.ClientAsync();
        var inner = Bodies.Container((client.NextId(), client.NextSeqNo(), RawClient.Bytes(Request)));

        await client.SendAsync(Bodies.Container((client.NextId(), client.NextSeqNo(content: false), inner)), content: false);

        Assert.Equal(64, (await client.ReceiveAsync(ServiceIds.BadMsgNotification)).Int32At(16));
    }

    [Fact]
    public async Task Packed_messages_are_unpacked_wherever_they_stand()
    {
        await using var server = TestServer.Start();
        await using var client = await server.ClientAsync(layer: 0);
        var packed = Bodies.Gzip(RawClient.Bytes(Request));
        var inner = client.NextId();

        var alone = await client.SendAsync(Bodies.WithLayer(223, packed));
        await client.ResultAsync(alone);
        var outer = await client.SendAsync(Bodies.Gzip(Bodies.WithLayer(223, RawClient.Bytes(Request))));
        await client.ResultAsync(outer);
        inner = client.NextId();
        await client.SendAsync(Bodies.Container((inner, client.NextSeqNo(), packed)), content: false);
        await client.ResultAsync(inner);
        var zlib = await client.SendAsync(Bodies.Zlib(RawClient.Bytes(Request)));
        await client.ResultAsync(zlib);

        Assert.Equal(4, server.Dispatcher.Calls);
    }

    [Fact]
    public async Task A_gzip_bomb_ends_its_connection()
    {
        await using var server = TestServer.Start();
        await using var client = await server.ClientAsync();

        await client.SendAsync(Bodies.Gzip(new byte[20 << 20]));

        await Assert.ThrowsAsync<IOException>(() => client.ReceiveAsync(ServiceIds.RpcResult));
    }

    [Fact]
    public async Task A_packet_under_another_key_is_told_so_and_its_connection_ends()
    {
        await using var server = TestServer.Start();
        await using var client = await server.ClientAsync();
        var packet = client.Seal(RawClient.Ping(1), client.NextId(), client.NextSeqNo(content: false));
        packet[30] ^= 1;

        await client.SendPacketAsync(packet);

        Assert.Equal(BitConverter.GetBytes(-404), await client.ReceivePacketAsync());
        Assert.Null(await client.ReceivePacketAsync());
    }

    [Fact]
    public async Task A_key_of_another_data_centre_is_unknown_here()
    {
        await using var server = TestServer.Start();
        var secret = await server.SeedKeyAsync();
        await using var client = await RawClient.ConnectAsync(server.PortOf(4), server.Time);
        client.Use(secret, 0, sessionId: 3);

        await client.SendAsync(RawClient.Ping(1), content: false);

        Assert.Equal(BitConverter.GetBytes(-404), await client.ReceivePacketAsync());
    }

    [Fact]
    public async Task Rotated_salts_are_asked_anew()
    {
        await using var server = TestServer.Start();
        await using var client = await server.ClientAsync();

        server.Salts.Rotate();
        await client.CallAsync(Request);
        client.Salt = (await client.ReceiveAsync(ServiceIds.BadServerSalt)).Int64At(20);
        var id = await client.CallAsync(Request);

        await client.ResultAsync(id);
    }
}
