using System.Text.Json.Nodes;
using TelegramRest.Tests.Contract.Harness;
using Xunit;

namespace TelegramRest.Tests.Contract.Messages;

public sealed class DeleteAllMessageReactionsTests(ServerFixture server) : ContractTest(server)
{
    [Fact]
    public async Task An_administrator_takes_a_persons_reactions_off_all_messages()
    {
        var meeting = await Meeting.ArrangeAsync(Simulator, Api);
        var chat = await meeting.ChatAsync("supergroup");
        await meeting.SetMemberAsync(chat, meeting.Bot.Id, "administrator");
        await meeting.SubscribeAsync();
        foreach (var text in (string[])["one", "two"])
        {
            var id = await meeting.SayAsync(chat, text);
            await Simulator.PostAsync("reactions", new JsonObject { ["from"] = meeting.Person.Id, ["chat"] = chat, ["message_id"] = id, ["reactions"] = new JsonArray("👍") });
            await meeting.UpdateAsync("message_reaction");
        }

        Assert.True((bool)(await meeting.CallAsync("deleteAllMessageReactions", new JsonObject { ["chat_id"] = chat, ["user_id"] = meeting.Person.Id })).Result);

        foreach (var _ in (int[])[1, 2])
            Assert.Equal("[]", (await meeting.UpdateAsync("message_reaction"))["new_reaction"]!.ToJsonString());
    }

    [Theory]
    [InlineData("{}", "chat_id is empty")]
    [InlineData("""{"chat_id":-5,"user_id":1}""", "chat not found")]
    [InlineData("""{"chat_id":-5,"user_id":0}""", "invalid user_id specified")]
    public async Task Wrong_parameters_are_named(string parameters, string error)
    {
        var bot = await Simulator.AddBotAsync();

        (await Api.CallAsync(bot, "deleteAllMessageReactions", JsonNode.Parse(parameters)!.AsObject())).Fails(400, "Bad Request: " + error);
    }
}
