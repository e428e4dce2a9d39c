using TelegramRest.Simulator.Sessions;
using TelegramRest.Wire;

namespace TelegramRest.Tests.Unit.Simulator.Sessions;

public sealed class KeyExchangeTests
{
    [Theory]
    [InlineData(ServiceIds.ReqPqMulti, ServiceIds.PqInnerDataDc, false, 0)]
    [InlineData(ServiceIds.ReqPq, ServiceIds.PqInnerData, true, 0)]
    [InlineData(ServiceIds.ReqPqMulti, ServiceIds.PqInnerData, false, 0)]
    [InlineData(ServiceIds.ReqPqMulti, ServiceIds.PqInnerDataDc, false, 48)]
    public async Task Every_form_that_clients_use_gives_a_key(uint request, uint inner, bool legacyPadding, int trailingBytes)
    {
        await using var server = TestServer.Start();
        await using var client = await RawClient.ConnectAsync(server.PortOf(TestServer.DcId), server.Time);

        await new KeyExchangeClient(client, server.PublicKey) { LegacyPadding = legacyPadding, TrailingBytes = trailingBytes }.RunAsync(request, inner);

        var key = server.Keys.Find(new Wire.AuthKey(client.Secret).Id);
        Assert.NotNull(key);
        Assert.False(key.IsTemporary);
        Assert.Equal(TestServer.DcId, key.DcId);
        Assert.Equal(client.Salt, key.FirstSalt);
    }

    [Fact]
    public async Task A_key_that_starts_with_zero_is_tried_again()
    {
        await using var server = TestServer.Start();
        await using var client = await RawClient.ConnectAsync(server.PortOf(TestServer.DcId), server.Time);

        await new KeyExchangeClient(client, server.PublicKey) { ZeroFirst = true }.RunAsync(ServiceIds.ReqPqMulti, ServiceIds.PqInnerDataDc);

        Assert.Null(server.Keys.Find(new Wire.AuthKey(client.Secret).Id));
    }

    [Fact]
    public async Task An_old_client_with_a_key_that_starts_with_zero_is_let_go()
    {
        await using var server = TestServer.Start();
        await using var client = await RawClient.ConnectAsync(server.PortOf(TestServer.DcId), server.Time);

        await Assert.ThrowsAsync<IOException>(() => new KeyExchangeClient(client, server.PublicKey) { ZeroFirst = true }.RunAsync(ServiceIds.ReqPq, ServiceIds.PqInnerData));
    }

    [Fact]
    public async Task A_temporary_key_expires()
    {
        await using var server = TestServer.Start();
        await using var client = await RawClient.ConnectAsync(server.PortOf(TestServer.DcId), server.Time);
        await new KeyExchangeClient(client, server.PublicKey).RunAsync(ServiceIds.ReqPqMulti, ServiceIds.PqInnerDataTempDc, expiresIn: 600);
        var id = new Wire.AuthKey(client.Secret).Id;

        server.Time.Advance(TimeSpan.FromSeconds(599));
        Assert.NotNull(server.Keys.Find(id));
        server.Time.Advance(TimeSpan.FromSeconds(2));
        Assert.Null(server.Keys.Find(id));
    }

    [Fact]
    public async Task A_client_may_start_over()
    {
        await using var server = TestServer.Start();
        await using var client = await RawClient.ConnectAsync(server.PortOf(TestServer.DcId), server.Time);

        await new KeyExchangeClient(client, server.PublicKey).RunAsync(ServiceIds.ReqPqMulti, ServiceIds.PqInnerDataDc);
        await new KeyExchangeClient(client, server.PublicKey).RunAsync(ServiceIds.ReqPqMulti, ServiceIds.PqInnerDataDc);

        await client.SendAsync(RawClient.Ping(1), content: false);
        await client.ReceiveAsync(ServiceIds.Pong);
    }

    [Fact]
    public async Task False_factors_end_the_connection()
    {
        await using var server = TestServer.Start();
        await using var client = await RawClient.ConnectAsync(server.PortOf(TestServer.DcId), server.Time);

        await Assert.ThrowsAsync<IOException>(() => new KeyExchangeClient(client, server.PublicKey) { FalseFactors = true }.RunAsync(ServiceIds.ReqPqMulti, ServiceIds.PqInnerDataDc));
    }

    [Fact]
    public async Task Inner_data_under_another_RSA_key_ends_the_connection()
    {
        await using var server = TestServer.Start();
        await using var client = await RawClient.ConnectAsync(server.PortOf(TestServer.DcId), server.Time);
        var stranger = RsaPrivateKey.Generate().PublicKey;

        await Assert.ThrowsAnyAsync<Exception>(() => new KeyExchangeClient(client, stranger).RunAsync(ServiceIds.ReqPqMulti, ServiceIds.PqInnerDataDc));
    }

    [Fact]
    public async Task Keys_and_logins_survive_in_the_store()
    {
        var store = new TelegramRest.Simulator.Storage.MemoryStateStore();
        byte[] secret;
        await using (var first = TestServer.Start(store))
            secret = await first.SeedKeyAsync(layer: 223, userId: 4711);

        await using var second = TestServer.Start(store);
        var key = second.Keys.Find(new Wire.AuthKey(secret).Id);

        Assert.Equal(4711, key!.UserId);
        Assert.Equal(223, key.Layer);
        Assert.Single(second.Keys.OfUser(4711));
        await using var client = await second.ClientAsync(secret);
        await client.SendAsync(RawClient.Ping(1), content: false);
        await client.ReceiveAsync(ServiceIds.Pong);
    }
}
