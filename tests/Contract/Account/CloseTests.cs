using TelegramRest.Tests.Contract.Harness;
using Xunit;

namespace TelegramRest.Tests.Contract.Account;

public sealed class CloseTests(ServerFixture server) : ContractTest(server)
{
    [Fact]
    public async Task A_closed_bot_opens_with_its_next_request()
    {
        var bot = await Simulator.AddBotAsync();
        await Api.CallAsync(bot, "getMe");

        Assert.True((bool)(await Api.CallAsync(bot, "close")).Result);

        Assert.Equal(bot.Id, (long)(await Api.CallAsync(bot, "getMe")).Result["id"]!);
    }

    [Fact]
    public async Task A_bot_that_is_not_open_is_not_opened_for_it()
    {
        var bot = await Simulator.AddBotAsync();

        (await Api.CallAsync(bot, "close")).Fails(400, "Bad Request: the bot has already been closed");
    }
}
