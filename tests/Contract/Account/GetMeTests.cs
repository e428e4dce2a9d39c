using System.Text.Json.Nodes;
using TelegramRest.Tests.Contract.Harness;
using Xunit;

namespace TelegramRest.Tests.Contract.Account;

public sealed class GetMeTests(ServerFixture server) : ContractTest(server)
{
    [Fact]
    public async Task A_bot_learns_who_it_is_and_what_it_may()
    {
        var bot = await Simulator.AddBotAsync();

        var me = (await Api.CallAsync(bot, "getMe")).Result;

        Assert.Equal(bot.Id, (long)me["id"]!);
        Assert.True((bool)me["is_bot"]!);
        Assert.Equal("Test Bot", (string)me["first_name"]!);
        Assert.Equal(bot.Username, (string)me["username"]!);
        Assert.True((bool)me["can_join_groups"]!);
        Assert.False((bool)me["can_read_all_group_messages"]!);
        Assert.False((bool)me["supports_inline_queries"]!);
    }

    [Theory]
    [InlineData(Style.Json)]
    [InlineData(Style.Query)]
    [InlineData(Style.UrlEncoded)]
    [InlineData(Style.UrlEncodedGet)]
    [InlineData(Style.Multipart)]
    public async Task Every_style_of_request_gets_the_same_answer(Style style)
    {
        var bot = await Simulator.AddBotAsync();

        Assert.Equal(bot.Id, (long)(await Api.CallAsync(bot, "getMe", style, new JsonObject { ["unknown"] = 1 })).Result["id"]!);
    }

    [Fact]
    public async Task Many_at_once_share_one_login()
    {
        var bot = await Simulator.AddBotAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Api.CallAsync(bot, "getMe")));

        Assert.All(answers, answer => Assert.Equal(bot.Id, (long)answer.Result["id"]!));
    }

    [Fact]
    public async Task A_person_learns_who_they_are()
    {
        var person = await Simulator.AddPersonAsync();
        var account = await Server.LogInAsync(person);

        var me = (await Api.CallAsync(account, "getMe")).Result;

        Assert.Equal(person.Id, (long)me["id"]!);
        Assert.False((bool)me["is_bot"]!);
        Assert.Equal(person.Username, (string)me["username"]!);
    }
}
