using System.Text.Json.Nodes;
using TelegramRest.Tests.Contract.Harness;
using Xunit;

namespace TelegramRest.Tests.Contract.Editing;

public sealed class StopPollTests(ServerFixture server) : ContractTest(server)
{
    [Theory]
    [InlineData("group")]
    [InlineData("supergroup")]
    [InlineData("channel")]
    public async Task The_final_count_is_answered(string kind)
    {
        var meeting = await Meeting.ArrangeAsync(Simulator, Api);
        var chat = await meeting.ChatAsync(kind);
        var id = await AskAsync(meeting, chat);
        await Simulator.PostAsync("votes", new JsonObject { ["from"] = meeting.Person.Id, ["chat"] = chat, ["message_id"] = id, ["options"] = new JsonArray(1) });

        var poll = (await meeting.OnMessageAsync("stopPoll", chat, id, new JsonObject { ["reply_markup"] = Meeting.Buttons("again") })).Result;

        Assert.True((bool)poll["is_closed"]!);
        Assert.Equal(1, (int)poll["total_voter_count"]!);
        Assert.Equal([0, 1], poll["options"]!.AsArray().Select(option => (int)option!["voter_count"]!));
        (await meeting.OnMessageAsync("stopPoll", chat, id)).Fails(400, "Bad Request: poll has already been closed");
    }

    [Fact]
    public async Task What_is_no_poll_of_the_bot_is_told()
    {
        var meeting = await Meeting.ArrangeAsync(Simulator, Api);
        var chat = await meeting.ChatAsync("supergroup");
        var text = await meeting.SayAsync(chat, "no poll");

        (await meeting.OnMessageAsync("stopPoll", chat, text)).Fails(400, "Bad Request: message is not a poll");
        (await meeting.OnMessageAsync("stopPoll", chat, 4711)).Fails(400, "Bad Request: message with poll to stop not found");
        (await meeting.OnMessageAsync("stopPoll", -5, text)).Fails(400, "Bad Request: chat not found");
        (await meeting.OnMessageAsync("stopPoll", chat, 0)).Fails(400, "Bad Request: message with poll to stop not found");
    }

    [Fact]
    public async Task Somebody_elses_poll_goes_on()
    {
        var meeting = await Meeting.ArrangeAsync(Simulator, Api);
        var chat = await meeting.ChatAsync("supergroup");
        await meeting.SetMemberAsync(chat, meeting.Bot.Id, "administrator");
        await Simulator.PostAsync("messages", new JsonObject
        {
            ["from"] = meeting.Person.Id,
            ["chat"] = chat,
            ["media"] = new JsonObject { ["type"] = "poll", ["question"] = "which?", ["options"] = new JsonArray("this", "that") },
        });
        var theirs = (int)(await meeting.UpdateAsync("message"))["message_id"]!;
        while ((await Simulator.MessagesAsync(meeting.Person, chat))[^1]!["message_id"]!.GetValue<int>() != theirs)
            theirs = (int)(await meeting.UpdateAsync("message"))["message_id"]!;

        (await meeting.OnMessageAsync("stopPoll", chat, theirs)).Fails(400, "Bad Request: poll can't be stopped");
    }

    private static async Task<int> AskAsync(Meeting meeting, long chat) => (int)(await meeting.CallAsync("sendPoll", new JsonObject
    {
        ["chat_id"] = chat,
        ["question"] = "which?",
        ["options"] = new JsonArray("this", "that"),
    })).Result["message_id"]!;
}
