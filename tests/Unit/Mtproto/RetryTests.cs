using Microsoft.Extensions.Time.Testing;
using TelegramRest.Mtproto;
using TelegramRest.Mtproto.Rpc;
using TelegramRest.Tests.Unit.Mtproto.Scripted;

namespace TelegramRest.Tests.Unit.Mtproto;

public class RetryTests
{
    private static readonly TimeSpan BotBudget = TimeSpan.FromSeconds(8);

    [Fact]
    public async Task Short_flood_wait_is_waited_out_and_the_same_request_sent_again()
    {
        var time = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var scene = new Scene(settings => settings.Time = time);
        var connection = await scene.OpenAsync();
        var asking = scene.AskAsync();
        await connection.FailAsync(await connection.ReceiveAsync(), 420, "FLOOD_WAIT_3");
        var start = time.GetUtcNow();
        var again = await scene.PassTimeAsync(time, connection, connection.ReceiveAsync());
        Assert.True(time.GetUtcNow() - start >= TimeSpan.FromSeconds(3));
        await connection.AnswerAsync(again, Scene.Nearest());
        await asking;
    }

    [Theory]
    [InlineData(420, "FLOOD_WAIT_9")]
    [InlineData(420, "SLOWMODE_WAIT_1")]
    [InlineData(420, "FLOOD_PREMIUM_WAIT_1")]
    [InlineData(420, "2FA_CONFIRM_WAIT_1")]
    [InlineData(500, "RANDOM_ID_DUPLICATE")]
    [InlineData(500, "AUTH_RESTART")]
    [InlineData(400, "CHAT_ID_INVALID")]
    [InlineData(401, "SESSION_PASSWORD_NEEDED")]
    [InlineData(403, "CHAT_WRITE_FORBIDDEN")]
    [InlineData(406, "AUTH_KEY_DUPLICATED")]
    public void Final_errors_are_not_waited_for(int code, string text) =>
        Assert.Null(new RetryBudget(BotBudget, isFile: false).Wait(new RpcException(code, text)));

    [Fact]
    public void Failures_inside_telegram_back_off_within_the_budget()
    {
        var budget = new RetryBudget(BotBudget, isFile: false);
        foreach (var (text, code, seconds) in new[] { ("RPC_CALL_FAIL", 500, 1), ("Timedout", -503, 2), ("INTERDC_2_CALL_ERROR", 500, 4) })
            Assert.Equal(TimeSpan.FromSeconds(seconds), budget.Wait(new RpcException(code, text)));
        Assert.Null(budget.Wait(new RpcException(500, "RPC_CALL_FAIL")));
    }

    [Fact]
    public void Waits_add_up()
    {
        var budget = new RetryBudget(BotBudget, isFile: false);
        Assert.Equal(TimeSpan.FromSeconds(5), budget.Wait(new RpcException(420, "FLOOD_WAIT_5")));
        Assert.Null(budget.Wait(new RpcException(420, "FLOOD_WAIT_5")));
        Assert.Equal(TimeSpan.FromSeconds(3), budget.Wait(new RpcException(420, "FLOOD_WAIT_3")));
        Assert.Null(budget.Wait(new RpcException(420, "FLOOD_WAIT_0")));
    }

    [Fact]
    public void Files_may_wait_for_premium_limits() =>
        Assert.Equal(TimeSpan.FromSeconds(7), new RetryBudget(BotBudget, isFile: true).Wait(new RpcException(420, "FLOOD_PREMIUM_WAIT_7")));

    [Theory]
    [InlineData("FLOOD_WAIT_12", "FLOOD_WAIT", 12)]
    [InlineData("FILE_REFERENCE_3_EXPIRED", "FILE_REFERENCE_EXPIRED", 3)]
    [InlineData("2FA_CONFIRM_WAIT_60", "2FA_CONFIRM_WAIT", 60)]
    [InlineData("PHONE_MIGRATE_4", "PHONE_MIGRATE", 4)]
    [InlineData("CHAT_ID_INVALID", "CHAT_ID_INVALID", null)]
    [InlineData("Timedout", "Timedout", null)]
    [InlineData("FLOOD_WAIT_99999999999", "FLOOD_WAIT_99999999999", null)]
    [InlineData("", "", null)]
    public void Errors_split_into_name_and_number(string text, string type, int? argument)
    {
        var error = new RpcException(400, text);
        Assert.Equal((type, argument, text), (error.Type, error.Argument, error.ErrorMessage));
    }
}
