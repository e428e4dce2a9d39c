using TelegramRest.Simulator.Sessions;
using TelegramRest.Simulator.Sessions.Faults;

namespace TelegramRest.Tests.Unit.Simulator.Sessions;

public sealed class PushTests
{
    private const uint UpdatesTooLong = 0xe317af7e;
    private const uint UpdateShort = 0x78d4dec1;
    private const long User = 4711;

    private static readonly byte[] Request = RawClient.Bytes(new Tl.Help.GetNearestDc());

    [Fact]
    public async Task Updates_reach_every_session_that_wants_them_but_the_one_that_caused_them()
    {
        await using var server = TestServer.Start();
        await using var first = await ReadyAsync(server, sessionId: 1);
        await using var second = await ReadyAsync(server, sessionId: 2);
        await using var files = await server.ClientAsync(sessionId: 3, userId: User);
        await files.ResultAsync(await files.SendAsync(Bodies.Wrapped(ServiceIds.InvokeWithoutUpdates, Request)));

        server.Pusher.Push(User, new Tl.UpdatesTooLong(), exceptSessionId: 1);
        var push = await second.ReceiveAsync(UpdatesTooLong);

        Assert.Equal(3, push.Id & 3);
        Assert.Equal(1, push.SeqNo & 1);
        Assert.True(await first.IsSilentAboutAsync(UpdatesTooLong));
        Assert.True(await files.IsSilentAboutAsync(UpdatesTooLong));
    }

    [Fact]
    public async Task An_imported_login_gets_no_updates()
    {
        await using var server = TestServer.Start();
        await using var client = await ReadyAsync(server, sessionId: 1);
        server.Keys.Find(new Wire.AuthKey(client.Secret).Id)!.Bind(User, imported: true);

        server.Pusher.Push(User, new Tl.UpdatesTooLong());

        Assert.True(await client.IsSilentAboutAsync(UpdatesTooLong));
    }

    [Fact]
    public async Task A_push_waits_for_the_next_connection()
    {
        await using var server = TestServer.Start();
        var secret = await server.SeedKeyAsync(userId: User);
        await using (var before = await server.ClientAsync(secret))
            await before.ResultAsync(await before.SendAsync(Request));

        server.Pusher.Push(User, new Tl.UpdatesTooLong());
        await using var after = await server.ClientAsync(secret);
        await after.SendAsync(RawClient.Ping(1), content: false);

        await after.ReceiveAsync(UpdatesTooLong);
    }

    [Fact]
    public async Task A_revoked_key_loses_its_login_and_its_connection()
    {
        await using var server = TestServer.Start();
        await using var client = await ReadyAsync(server, sessionId: 1);

        server.Pusher.Revoke(new Wire.AuthKey(client.Secret).Id);

        await Assert.ThrowsAsync<IOException>(() => client.ReceiveAsync(UpdatesTooLong));
        Assert.Empty(server.Pusher.KeysOf(User));
        Assert.False(server.Pusher.IsOnline(User));
    }

    [Fact]
    public async Task A_lost_push_is_lost_and_the_next_is_not()
    {
        await using var server = TestServer.Start();
        await using var client = await ReadyAsync(server, sessionId: 1);
        server.Faults.Add(new FaultRule(FaultKind.LosePush));

        server.Pusher.Push(User, Short(1));
        server.Pusher.Push(User, Short(2));

        Assert.Equal(2, Date(await client.ReceiveAsync(UpdateShort)));
        Assert.True(await client.IsSilentAboutAsync(UpdateShort));
    }

    [Fact]
    public async Task A_reordered_push_leaves_behind_the_next_one()
    {
        await using var server = TestServer.Start();
        await using var client = await ReadyAsync(server, sessionId: 1);
        server.Faults.Add(new FaultRule(FaultKind.ReorderPush));

        server.Pusher.Push(User, Short(1));
        server.Pusher.Push(User, Short(2));

        Assert.Equal(2, Date(await client.ReceiveAsync(UpdateShort)));
        Assert.Equal(1, Date(await client.ReceiveAsync(UpdateShort)));
    }

    [Fact]
    public async Task A_duplicated_push_comes_twice()
    {
        await using var server = TestServer.Start();
        await using var client = await ReadyAsync(server, sessionId: 1);
        server.Faults.Add(new FaultRule(FaultKind.DuplicatePush));

        server.Pusher.Push(User, Short(1));

        Assert.Equal(1, Date(await client.ReceiveAsync(UpdateShort)));
        Assert.Equal(1, Date(await client.ReceiveAsync(UpdateShort)));
    }

    private static async Task<RawClient> ReadyAsync(TestServer server, long sessionId)
    {
        var client = await server.ClientAsync(sessionId: sessionId, userId: User);
        await client.ResultAsync(await client.SendAsync(Request));
        return client;
    }

    private static Tl.UpdateShort Short(int date) => new() { Update = new Tl.UpdateConfig(), Date = date };

    private static int Date(ServerMessage message)
    {
        var reader = new Tl.TlReader(message.Body);
        return Assert.IsType<Tl.UpdateShort>(reader.ReadObject()).Date;
    }
}
