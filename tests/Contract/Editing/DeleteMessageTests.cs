using System.Text.Json.Nodes;
using TelegramRest.Tests.Contract.Harness;
using Xunit;

namespace TelegramRest.Tests.Contract.Editing;

public sealed class DeleteMessageTests(ServerFixture server) : ContractTest(server)
{
    [Theory]
    [InlineData("private")]
    [InlineData("group")]
    [InlineData("supergroup")]
    [InlineData("channel")]
    public async Task A_message_is_gone_for_everybody(string kind)
    {
        var meeting = await Meeting.ArrangeAsync(Simulator, Api);
        var chat = await meeting.ChatAsync(kind);
        var id = await meeting.SayAsync(chat, "gone soon");

        Assert.True((bool)(await DeleteAsync(meeting, chat, id)).Result);

        var left = await Simulator.MessagesAsync(meeting.Person, kind == "private" ? meeting.Bot.Id : chat);
        Assert.DoesNotContain(left, message => (string?)message!["text"] == "gone soon");
        (await DeleteAsync(meeting, chat, id)).Fails(400, "Bad Request: message to delete not found");
    }

    [Fact]
    public async Task In_a_private_chat_the_bot_deletes_the_persons_messages_too()
    {
        var meeting = await Meeting.ArrangeAsync(Simulator, Api);
        var theirs = (int)(await meeting.CallAsync("getUpdates", new JsonObject { ["timeout"] = 20 })).Result[0]!["message"]!["message_id"]!;

        Assert.True((bool)(await DeleteAsync(meeting, meeting.Person.Id, theirs)).Result);
    }

    [Fact]
    public async Task In_a_group_only_an_administrator_deletes_what_others_wrote()
    {
        var meeting = await Meeting.ArrangeAsync(Simulator, Api);
        var chat = await meeting.ChatAsync("supergroup");
        await Simulator.WriteAsync(meeting.Person, chat, "/mine");
        var theirs = (int)(await Simulator.MessagesAsync(meeting.Person, chat))[^1]!["message_id"]!;

        (await DeleteAsync(meeting, chat, theirs)).Fails(400, "Bad Request: message can't be deleted");

        await meeting.SetMemberAsync(chat, meeting.Bot.Id, "administrator");
        Assert.True((bool)(await DeleteAsync(meeting, chat, theirs)).Result);
    }

    [Theory]
    [InlineData("{}", "chat identifier is not specified")]
    [InlineData("""{"chat_id":1}""", "message identifier is not specified")]
    [InlineData("""{"chat_id":"x","message_id":1}""", "chat not found")]
    public async Task Wrong_parameters_are_named(string parameters, string error)
    {
        var bot = await Simulator.AddBotAsync();

        (await Api.CallAsync(bot, "deleteMessage", JsonNode.Parse(parameters)!.AsObject())).Fails(400, "Bad Request: " + error);
    }

    private static Task<Answer> DeleteAsync(Meeting meeting, long chat, int id) =>
        meeting.CallAsync("deleteMessage", new JsonObject { ["chat_id"] = chat, ["message_id"] = id });
}
