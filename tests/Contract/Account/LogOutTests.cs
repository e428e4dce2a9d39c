using System.Text.Json.Nodes;
using TelegramRest.Tests.Contract.Harness;
using Xunit;

namespace TelegramRest.Tests.Contract.Account;

public sealed class LogOutTests(ServerFixture server) : ContractTest(server)
{
    [Fact]
    public async Task A_bot_may_come_back_at_once()
    {
        var bot = await Simulator.AddBotAsync();
        await Api.CallAsync(bot, "getMe");

        Assert.True((bool)(await Api.CallAsync(bot, "logOut")).Result);

        Assert.Equal(bot.Id, (long)(await Api.CallAsync(bot, "getMe")).Result["id"]!);
    }

    [Fact]
    public async Task A_bots_webhook_and_waiting_updates_are_gone()
    {
        var bot = await Simulator.AddBotAsync();
        await Api.CallAsync(bot, "setWebhook", new JsonObject { ["url"] = "http://127.0.0.1:9/" });

        await Api.CallAsync(bot, "logOut");

        Assert.Equal("", (string)(await Api.CallAsync(bot, "getWebhookInfo")).Result["url"]!);
    }

    [Fact]
    public async Task A_persons_token_is_worth_nothing_afterwards()
    {
        var account = await Server.LogInAsync(await Simulator.AddPersonAsync());

        Assert.True((bool)(await Api.CallAsync(account, "logOut")).Result);

        Assert.NotEqual(200, (await Api.CallAsync(account, "getMe")).Status);
    }
}
