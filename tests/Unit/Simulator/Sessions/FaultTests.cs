using TelegramRest.Simulator.Sessions;
using TelegramRest.Simulator.Sessions.Faults;

namespace TelegramRest.Tests.Unit.Simulator.Sessions;

public sealed class FaultTests
{
    private static readonly Tl.TlMethod Request = new Tl.Help.GetNearestDc();

    [Fact]
    public async Task An_error_strikes_its_method_as_often_as_it_was_told_to()
    {
        await using var server = TestServer.Start();
        server.Faults.Add(new FaultRule(FaultKind.Error, Times: 2, Method: "help.getNearestDc", Code: 420, Message: "FLOOD_WAIT_3"));
        await using var client = await server.ClientAsync();

        await client.ResultAsync(await client.CallAsync(new Tl.Help.GetConfig()));
        Assert.Equal((420, "FLOOD_WAIT_3"), await client.ErrorAsync(await client.CallAsync(Request)));
        Assert.Equal((420, "FLOOD_WAIT_3"), await client.ErrorAsync(await client.CallAsync(Request)));
        await client.ResultAsync(await client.CallAsync(Request));
        Assert.Equal(2, server.Dispatcher.Calls);
    }

    [Fact]
    public async Task A_connection_dropped_before_a_request_leaves_it_undone()
    {
        await using var server = TestServer.Start();
        server.Faults.Add(new FaultRule(FaultKind.DropBefore));
        var secret = await server.SeedKeyAsync();
        await using var client = await server.ClientAsync(secret);

        var id = await client.CallAsync(Request);
        await Assert.ThrowsAsync<IOException>(() => client.ReceiveAsync(ServiceIds.RpcResult));
        Assert.Equal(0, server.Dispatcher.Calls);
        await using var next = await server.ClientAsync(secret);
        await next.CallAsync(Request, id);

        await next.ResultAsync(id);
        Assert.Equal(1, server.Dispatcher.Calls);
    }

    [Fact]
    public async Task A_connection_dropped_after_a_request_leaves_its_answer_for_the_next()
    {
        await using var server = TestServer.Start();
        server.Faults.Add(new FaultRule(FaultKind.DropAfter));
        var secret = await server.SeedKeyAsync();
        await using var client = await server.ClientAsync(secret);

        var id = await client.CallAsync(Request);
        await Assert.ThrowsAsync<IOException>(() => client.ReceiveAsync(ServiceIds.RpcResult));
        await using var next = await server.ClientAsync(secret);
        await next.CallAsync(Request, id);

        await next.ResultAsync(id);
        Assert.Equal(1, server.Dispatcher.Calls);
    }

    [Fact]
    public async Task A_lost_answer_comes_when_the_client_asks_for_it()
    {
        await using var server = TestServer.Start();
        server.Faults.Add(new FaultRule(FaultKind.LoseAnswer));
        await using var client = await server.ClientAsync();

        var id = await client.CallAsync(Request);
        Assert.True(await client.IsSilentAboutAsync(ServiceIds.RpcResult));
        await client.SendAsync(Bodies.Ids(ServiceIds.MsgsStateReq, id), content: false);

        await client.ResultAsync(id);
    }

    [Fact]
    public async Task A_delayed_answer_comes_in_its_time()
    {
        await using var server = TestServer.Start();
        server.Faults.Add(new FaultRule(FaultKind.DelayAnswer, Delay: TimeSpan.FromSeconds(10)));
        await using var client = await server.ClientAsync();

        var id = await client.CallAsync(Request);
        Assert.True(await client.IsSilentAboutAsync(ServiceIds.RpcResult));
        server.Time.Advance(TimeSpan.FromSeconds(10));

        await client.ResultAsync(id);
    }

    [Fact]
    public async Task A_message_is_refused_with_the_code_asked_for()
    {
        await using var server = TestServer.Start();
        server.Faults.Add(new FaultRule(FaultKind.BadMessage, Code: 32));
        await using var client = await server.ClientAsync();

        await client.CallAsync(Request);

        Assert.Equal(32, (await client.ReceiveAsync(ServiceIds.BadMsgNotification)).Int32At(16));
    }

    [Fact]
    public async Task A_key_can_seem_unknown_once()
    {
        await using var server = TestServer.Start();
        server.Faults.Add(new FaultRule(FaultKind.UnknownKey));
        await using var client = await server.ClientAsync();

        await client.CallAsync(Request);
        Assert.Equal(BitConverter.GetBytes(-404), await client.ReceivePacketAsync());

        await client.ResultAsync(await client.CallAsync(Request));
    }

    [Fact]
    public void A_rule_for_one_account_spares_the_others()
    {
        var plan = new FaultPlan();
        plan.Add(new FaultRule(FaultKind.LosePush, UserId: 5));

        Assert.Null(plan.Take(FaultKind.LosePush, 6));
        Assert.NotNull(plan.Take(FaultKind.LosePush, 5));
        Assert.Null(plan.Take(FaultKind.LosePush, 5));
    }

    [Fact]
    public void A_cleared_plan_does_nothing()
    {
        var plan = new FaultPlan();
        plan.Add(new FaultRule(FaultKind.LosePush, Times: -1));
        Assert.NotNull(plan.Take(FaultKind.LosePush, 6));

        plan.Clear();

        Assert.Null(plan.Take(FaultKind.LosePush, 6));
    }
}
