using System.Text.Json.Nodes;
using TelegramRest.Tests.Contract.Harness;
using Xunit;

namespace TelegramRest.Tests.Contract.Editing;

public sealed class DeleteMessagesTests(ServerFixture server) : ContractTest(server)
{
    [Theory]
    [InlineData("private")]
    [InlineData("group")]
    [InlineData("supergroup")]
    [InlineData("channel")]
    public async Task Those_that_are_there_go_and_the_others_do_not_matter(string kind)
    {
        var meeting = await Meeting.ArrangeAsync(Simulator, Api);
        var chat = await meeting.ChatAsync(kind);
        var (first, stays, last) = (await meeting.SayAsync(chat, "first"), await meeting.SayAsync(chat, "stays"), await meeting.SayAsync(chat, "last"));

        Assert.True((bool)(await DeleteAsync(meeting, chat, first, 4711, last)).Result);
        Assert.True((bool)(await DeleteAsync(meeting, chat, first, last)).Result);

        var left = (await Simulator.MessagesAsync(meeting.Person, meeting.Theirs(chat))).Select(message => (string?)message!["text"]).ToList();
        Assert.Contains("stays", left);
        Assert.DoesNotContain("first", left);
        Assert.DoesNotContain("last", left);
        Assert.True((bool)(await DeleteAsync(meeting, chat, stays)).Result);
    }

    [Fact]
    public async Task One_that_may_not_be_deleted_keeps_all()
    {
        var meeting = await Meeting.ArrangeAsync(Simulator, Api);
        var chat = await meeting.ChatAsync("supergroup");
        var theirs = await meeting.HearAsync(chat, "/mine");
        var own = await meeting.SayAsync(chat, "own");

        (await DeleteAsync(meeting, chat, own, theirs)).Fails(400, "Bad Request: message can't be deleted");

        Assert.Equal("own", (string)(await Simulator.MessagesAsync(meeting.Person, chat))[^1]!["text"]!);
    }

    [Fact]
    public async Task A_range_empties_a_supergroup()
    {
        var meeting = await Meeting.ArrangeAsync(Simulator, Api);
        var chat = await meeting.ChatAsync("supergroup");
        var first = await meeting.SayAsync(chat, "first");
        await meeting.SayAsync(chat, "second");
        var last = await meeting.SayAsync(chat, "last");

        Assert.True((bool)(await meeting.CallAsync("deleteMessages", new JsonObject { ["chat_id"] = chat, ["start"] = first, ["end"] = last })).Result);

        Assert.DoesNotContain(await Simulator.MessagesAsync(meeting.Person, chat), message => (string?)message!["text"] is "first" or "second" or "last");
        (await meeting.CallAsync("deleteMessages", new JsonObject { ["chat_id"] = meeting.Person.Id, ["start"] = 1, ["end"] = 2 }))
            .Fails(400, "Bad Request: method is available only for supergroups");
    }

    [Theory]
    [InlineData("""{"chat_id":1}""", "message identifiers are not specified")]
    [InlineData("""{"chat_id":1,"message_ids":[]}""", "message identifiers are not specified")]
    [InlineData("""{"chat_id":1,"message_ids":"{"}""", "can't parse message_ids JSON object")]
    [InlineData("""{"chat_id":1,"message_ids":7}""", "expected an Array of message identifiers")]
    [InlineData("""{"chat_id":1,"message_ids":[true]}""", "message identifier must be a Number")]
    [InlineData("""{"chat_id":1,"message_ids":[0]}""", "invalid message identifier specified")]
    [InlineData("""{"message_ids":[1]}""", "chat_id is empty")]
    [InlineData("""{"chat_id":1,"start":5,"end":5}""", "initial message identifier is not lower than last message identifier")]
    [InlineData("""{"chat_id":1,"start":5}""", "message identifier is not specified")]
    [InlineData("""{"start":1,"end":2}""", "chat identifier is not specified")]
    [InlineData("""{"chat_id":1,"start":1,"end":10002}""", "too many operations: maximum number of batch operation is 10000")]
    public async Task Wrong_parameters_are_named(string parameters, string error)
    {
        var bot = await Simulator.AddBotAsync();

        (await Api.CallAsync(bot, "deleteMessages", JsonNode.Parse(parameters)!.AsObject())).Fails(400, "Bad Request: " + error);
    }

    [Fact]
    public async Task A_hundred_and_one_are_too_many()
    {
        var bot = await Simulator.AddBotAsync();
        var ids = new JsonArray([.. Enumerable.Range(1, 101).Select(id => (JsonNode)id)]);

        (await Api.CallAsync(bot, "deleteMessages", new JsonObject { ["chat_id"] = 1, ["message_ids"] = ids })).Fails(400, "Bad Request: too many message identifiers specified");
    }

    private static Task<Answer> DeleteAsync(Meeting meeting, long chat, params int[] ids) =>
        meeting.CallAsync("deleteMessages", new JsonObject { ["chat_id"] = chat, ["message_ids"] = new JsonArray([.. ids.Select(id => (JsonNode)id)]) });
}
