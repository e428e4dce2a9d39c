using TelegramRest.Simulator.Sessions;

namespace TelegramRest.Tests.Unit.Simulator.Sessions;

public sealed class SessionTests
{
    private static readonly Tl.TlMethod Request = new Tl.Help.GetNearestDc();

    [Fact]
    public async Task A_new_session_is_announced_once_with_its_first_message()
    {
        await using var server = TestServer.Start();
        await using var client = await server.ClientAsync();

        var first = await client.CallAsync(Request);
        var announcement = await client.ReceiveAsync(ServiceIds.NewSessionCreated);
        await client.ResultAsync(first);

        Assert.Equal(first, announcement.Int64At(4));
        Assert.Equal(client.Salt, announcement.Int64At(20));
        Assert.Equal(3, announcement.Id & 3);
        Assert.Equal(1, announcement.SeqNo & 1);
        Assert.True(await client.IsSilentAboutAsync(ServiceIds.NewSessionCreated));
    }

    [Fact]
    public async Task Answers_have_odd_numbers_and_ids_of_answers()
    {
        await using var server = TestServer.Start();
        await using var client = await server.ClientAsync();

        var first = await client.CallAsync(Request);
        var result = await client.ReceiveAsync(ServiceIds.RpcResult);
        await client.SendAsync(RawClient.Ping(1), content: false);
        var pong = await client.ReceiveAsync(ServiceIds.Pong);

        Assert.Equal(first, result.Int64At(4));
        Assert.Equal(1, result.Id & 3);
        Assert.Equal(1, result.SeqNo & 1);
        Assert.Equal(0, pong.SeqNo & 1);
        Assert.True(pong.Id > result.Id);
    }

    [Fact]
    public async Task What_was_not_acknowledged_comes_again_on_the_next_connection()
    {
        await using var server = TestServer.Start();
        var secret = await server.SeedKeyAsync();
        ServerMessage answer;
        long request;
        await using (var first = await server.ClientAsync(secret))
        {
            request = await first.CallAsync(Request);
            answer = await first.ReceiveAsync(ServiceIds.RpcResult);
        }

        await using var second = await server.ClientAsync(secret);
        await second.SendAsync(RawClient.Ping(1), content: false);
        var again = await second.ReceiveAsync(ServiceIds.RpcResult);

        Assert.Equal(answer.Id, again.Id);
        Assert.Equal(request, again.Int64At(4));
        Assert.Equal(1, server.Dispatcher.Calls);
    }

    [Fact]
    public async Task What_was_acknowledged_does_not_come_again()
    {
        await using var server = TestServer.Start();
        var secret = await server.SeedKeyAsync();
        await using (var first = await server.ClientAsync(secret))
        {
            await first.CallAsync(Request);
            var answer = await first.ReceiveAsync(ServiceIds.RpcResult);
            var created = await first.ReceiveAsync(ServiceIds.NewSessionCreated);
            await first.SendAsync(Bodies.Ids(ServiceIds.MsgsAck, answer.Id, created.Id), content: false);
            await first.SendAsync(RawClient.Ping(1), content: false);
            await first.ReceiveAsync(ServiceIds.Pong);
        }

        await using var second = await server.ClientAsync(secret);

        Assert.True(await second.IsSilentAboutAsync(ServiceIds.RpcResult));
    }

    [Fact]
    public async Task A_repeated_request_is_answered_from_memory()
    {
        await using var server = TestServer.Start();
        await using var client = await server.ClientAsync();

        var id = await client.CallAsync(Request);
        var first = await client.ReceiveAsync(ServiceIds.RpcResult);
        await client.CallAsync(Request, id);
        var second = await client.ReceiveAsync(ServiceIds.RpcResult);

        Assert.Equal(first.Id, second.Id);
        Assert.Equal(first.Body, second.Body);
        Assert.Equal(1, server.Dispatcher.Calls);
    }

    [Fact]
    public async Task A_slow_request_is_acknowledged_within_a_second()
    {
        await using var server = TestServer.Start();
        var slow = new TaskCompletionSource<object>();
        server.Dispatcher.Answer = (_, _) => new(slow.Task);
        await using var client = await server.ClientAsync();

        var id = await client.CallAsync(Request);
        await client.SendAsync(RawClient.Ping(1), content: false);
        await client.ReceiveAsync(ServiceIds.Pong);
        server.Time.Advance(TimeSpan.FromSeconds(1));
        var ack = await client.ReceiveAsync(ServiceIds.MsgsAck);
        slow.SetResult(new Tl.NearestDc { Country = "QU", ThisDc = 2, NearestDcValue = 2 });

        Assert.Equal(id, ack.Int64At(12));
        await client.ResultAsync(id);
    }

    [Fact]
    public async Task A_slow_request_holds_no_other_up()
    {
        await using var server = TestServer.Start();
        var slow = new TaskCompletionSource<object>();
        var answer = server.Dispatcher.Answer;
        server.Dispatcher.Answer = (context, method) => method is Tl.Help.GetConfig ? new(slow.Task) : answer(context, method);
        await using var client = await server.ClientAsync();

        await client.CallAsync(new Tl.Help.GetConfig());
        var quick = await client.CallAsync(Request);

        await client.ResultAsync(quick);
        slow.SetException(new TelegramRest.Simulator.Rpc.RpcError(400, "LATE"));
    }

    [Fact]
    public async Task States_tell_what_arrived_and_what_was_answered()
    {
        await using var server = TestServer.Start();
        await using var client = await server.ClientAsync();
        var known = await client.CallAsync(Request);
        await client.ResultAsync(known);

        var asking = await client.SendAsync(Bodies.Ids(ServiceIds.MsgsStateReq, known, known - 4, known + (1L << 40)), content: false);
        var info = await client.ReceiveAsync(ServiceIds.MsgsStateInfo);

        Assert.Equal(asking, info.Int64At(4));
        Assert.Equal([3, 4 + 32 + 64, 2, 3], info.Body[12..16]);
    }

    [Fact]
    public async Task A_message_is_sent_again_on_request()
    {
        await using var server = TestServer.Start();
        await using var client = await server.ClientAsync();
        await client.CallAsync(Request);
        var answer = await client.ReceiveAsync(ServiceIds.RpcResult);

        await client.SendAsync(Bodies.Ids(ServiceIds.MsgResendReq, answer.Id), content: false);

        Assert.Equal(answer.Id, (await client.ReceiveAsync(ServiceIds.RpcResult)).Id);
    }

    [Fact]
    public async Task An_unacknowledged_answer_comes_again_after_a_while()
    {
        await using var server = TestServer.Start();
        await using var client = await server.ClientAsync();
        await client.CallAsync(Request);
        var answer = await client.ReceiveAsync(ServiceIds.RpcResult);

        server.Time.Advance(TimeSpan.FromSeconds(91));

        Assert.Equal(answer.Id, (await client.ReceiveAsync(ServiceIds.RpcResult)).Id);
    }

    [Fact]
    public async Task A_running_request_can_be_dropped()
    {
        await using var server = TestServer.Start();
        var slow = new TaskCompletionSource<object>();
        server.Dispatcher.Answer = (_, _) => new(slow.Task);
        await using var client = await server.ClientAsync();
        var request = await client.CallAsync(Request);

        var drop = await client.SendAsync(Bodies.Int64(ServiceIds.RpcDropAnswer, request));
        var answer = await client.ResultAsync(drop);
        slow.SetResult(new Tl.NearestDc { Country = "QU", ThisDc = 2, NearestDcValue = 2 });

        Assert.Equal(ServiceIds.RpcAnswerDroppedRunning, BitConverter.ToUInt32(answer));
        Assert.True(await client.IsSilentAboutAsync(ServiceIds.RpcResult));
    }

    [Fact]
    public async Task Dropping_what_nobody_asked_is_answered_as_unknown()
    {
        await using var server = TestServer.Start();
        await using var client = await server.ClientAsync();

        var drop = await client.SendAsync(Bodies.Int64(ServiceIds.RpcDropAnswer, 12345));

        Assert.Equal(ServiceIds.RpcAnswerUnknown, BitConverter.ToUInt32(await client.ResultAsync(drop)));
    }

    [Fact]
    public async Task Another_session_of_the_key_can_be_destroyed()
    {
        await using var server = TestServer.Start();
        var secret = await server.SeedKeyAsync();
        await using var first = await server.ClientAsync(secret, sessionId: 1);
        await first.CallAsync(Request);
        await first.ReceiveAsync(ServiceIds.RpcResult);
        await using var second = await server.ClientAsync(secret, sessionId: 2);

        await second.SendAsync(Bodies.Int64(ServiceIds.DestroySession, 1), content: false);
        var destroyed = await second.ReceiveAsync(ServiceIds.DestroySessionOk);
        await second.SendAsync(Bodies.Int64(ServiceIds.DestroySession, 1), content: false);
        await second.ReceiveAsync(ServiceIds.DestroySessionNone);

        Assert.Equal(1, destroyed.Int64At(4));
    }

    [Fact]
    public async Task A_destroyed_key_is_unknown_afterwards()
    {
        await using var server = TestServer.Start();
        await using var client = await server.ClientAsync(userId: 5);

        await client.SendAsync(Bodies.Write(writer => writer.WriteUInt32(ServiceIds.DestroyAuthKey)), content: false);
        await client.ReceiveAsync(ServiceIds.DestroyAuthKeyOk);
        await client.SendAsync(RawClient.Ping(1), content: false);

        Assert.Equal(BitConverter.GetBytes(-404), await client.ReceivePacketAsync());
        Assert.Empty(server.Keys.OfUser(5));
    }

    [Fact]
    public async Task A_ping_with_a_delay_ends_the_connection_when_none_follows()
    {
        await using var server = TestServer.Start();
        await using var client = await server.ClientAsync();
        var ping = Bodies.Write(writer =>
        {
            writer.WriteUInt32(ServiceIds.PingDelayDisconnect);
            writer.WriteInt64(8);
            writer.WriteInt32(75);
        });

        await client.SendAsync(ping, content: false);
        await client.ReceiveAsync(ServiceIds.Pong);
        server.Time.Advance(TimeSpan.FromSeconds(70));
        await client.SendAsync(ping, content: false);
        await client.ReceiveAsync(ServiceIds.Pong);
        server.Time.Advance(TimeSpan.FromSeconds(70));
        await client.SendAsync(RawClient.Ping(9), content: false);
        await client.ReceiveAsync(ServiceIds.Pong, pong => pong.Int64At(12) == 9);
        server.Time.Advance(TimeSpan.FromSeconds(6));

        await Assert.ThrowsAsync<IOException>(() => client.ReceiveAsync(ServiceIds.Pong));
    }

    [Fact]
    public async Task Future_salts_ascend_from_now_and_are_accepted_in_their_time()
    {
        await using var server = TestServer.Start();
        await using var client = await server.ClientAsync();

        var request = await client.SendAsync(Bodies.Int32(ServiceIds.GetFutureSalts, 3), content: false);
        var salts = await client.ReceiveAsync(ServiceIds.FutureSalts);

        Assert.Equal(request, salts.Int64At(4));
        Assert.Equal(server.Keys.Now, salts.Int32At(12));
        Assert.Equal(3, salts.Int32At(16));
        Assert.InRange(server.Keys.Now, salts.Int32At(20), salts.Int32At(24) - 1);
        Assert.Equal(salts.Int32At(24), salts.Int32At(36));
        server.Time.Advance(TimeSpan.FromSeconds(salts.Int32At(36 + 16) - server.Keys.Now));
        client.Salt = salts.Int64At(52 + 8);
        await client.SendAsync(RawClient.Ping(1), content: false);
        await client.ReceiveAsync(ServiceIds.Pong);
    }
}
