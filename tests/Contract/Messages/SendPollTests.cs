using System.Text.Json.Nodes;
using TelegramRest.Tests.Contract.Harness;
using Xunit;

namespace TelegramRest.Tests.Contract.Messages;

public sealed class SendPollTests(ServerFixture server) : ContractTest(server)
{
    [Theory]
    [InlineData("private")]
    [InlineData("group")]
    [InlineData("supergroup")]
    [InlineData("channel")]
    public async Task A_poll_arrives_without_votes(string kind)
    {
        var meeting = await Meeting.ArrangeAsync(Simulator, Api);

        var poll = (await SendAsync(meeting, await meeting.ChatAsync(kind), new JsonObject { ["question"] = "*Tea?*", ["question_parse_mode"] = "Markdown" })).Result["poll"]!;

        Assert.Equal("Tea?", (string)poll["question"]!);
        Assert.Equal("yes no", string.Join(' ', poll["options"]!.AsArray().Select(option => (string)option!["text"]!)));
        Assert.All(poll["options"]!.AsArray(), option => Assert.Equal(0, (int)option!["voter_count"]!));
        Assert.Equal(2, poll["options"]!.AsArray().Select(option => (string)option!["persistent_id"]!).Distinct().Count());
        Assert.Equal("regular", (string)poll["type"]!);
        Assert.True((bool)poll["is_anonymous"]!);
        Assert.True((bool)poll["allows_revoting"]!);
        Assert.False((bool)poll["is_closed"]!);
        Assert.False((bool)poll["allows_multiple_answers"]!);
        Assert.Equal(0, (int)poll["total_voter_count"]!);
    }

    [Fact]
    public async Task A_quiz_knows_its_answer_and_explains_it()
    {
        var meeting = await Meeting.ArrangeAsync(Simulator, Api);

        var poll = (await SendAsync(meeting, await meeting.ChatAsync("supergroup"), new JsonObject
        {
            ["type"] = "quiz",
            ["correct_option_id"] = 1,
            ["explanation"] = "<i>because</i>",
            ["explanation_parse_mode"] = "HTML",
            ["is_anonymous"] = false,
            ["open_period"] = 600,
            ["description"] = "a riddle",
        })).Result["poll"]!;

        Assert.Equal("quiz", (string)poll["type"]!);
        Assert.Equal(1, (int)poll["correct_option_id"]!);
        Assert.Equal("[1]", poll["correct_option_ids"]!.ToJsonString());
        Assert.Equal("because", (string)poll["explanation"]!);
        Assert.Equal("""[{"type":"italic","offset":0,"length":7}]""", poll["explanation_entities"]!.ToJsonString());
        Assert.False((bool)poll["is_anonymous"]!);
        Assert.False((bool)poll["allows_revoting"]!);
        Assert.Equal(600, (int)poll["open_period"]!);
        Assert.True((int)poll["close_date"]! > 0);
        Assert.Equal("a riddle", (string)poll["description"]!);
    }

    [Fact]
    public async Task A_closed_poll_of_several_answers_is_so_from_the_beginning()
    {
        var meeting = await Meeting.ArrangeAsync(Simulator, Api);

        var poll = (await SendAsync(meeting, meeting.Person.Id, new JsonObject { ["allows_multiple_answers"] = true, ["is_closed"] = true, ["allows_revoting"] = false })).Result["poll"]!;

        Assert.True((bool)poll["allows_multiple_answers"]!);
        Assert.True((bool)poll["is_closed"]!);
        Assert.False((bool)poll["allows_revoting"]!);
    }

    [Fact]
    public async Task Media_stand_with_the_question_and_the_options()
    {
        var meeting = await Meeting.ArrangeAsync(Simulator, Api);
        var parameters = new JsonObject
        {
            ["chat_id"] = meeting.Person.Id,
            ["question"] = "Which?",
            ["media"] = new JsonObject { ["type"] = "photo", ["media"] = "attach://a" },
            ["options"] = new JsonArray(
                new JsonObject { ["text"] = "here", ["media"] = new JsonObject { ["type"] = "location", ["latitude"] = 1, ["longitude"] = 2 } },
                new JsonObject { ["text"] = "there", ["media"] = new JsonObject { ["type"] = "photo", ["media"] = "attach://a" } }),
        };

        var poll = (await meeting.UploadAsync("sendPoll", parameters, ("a", "a.png", Pictures.Png))).Result["poll"]!;

        Assert.NotEmpty(poll["media"]!["photo"]!.AsArray());
        Assert.Equal(2, (double)poll["options"]![0]!["media"]!["location"]!["longitude"]!, 5);
        Assert.NotEmpty(poll["options"]![1]!["media"]!["photo"]!.AsArray());
    }

    [Theory]
    [InlineData("private", """{"question":""}""", "text must be non-empty")]
    [InlineData("private", """{"options":[]}""", "poll must have at least one answer option")]
    [InlineData("private", """{"options":["1","2","3","4","5","6","7","8","9","10","11","12","13"]}""", "poll can't have more than 12 options")]
    [InlineData("private", """{"options":"x"}""", "can't parse options JSON object")]
    [InlineData("private", """{"options":{}}""", "expected an Array of String as options")]
    [InlineData("private", """{"options":[7]}""", "expected an option to be of type String")]
    [InlineData("private", """{"options":["a","a"]}""", "POLL_OPTION_DUPLICATE")]
    [InlineData("private", """{"type":"raffle"}""", "unsupported poll type specified")]
    [InlineData("private", """{"type":"quiz"}""", "correct quiz option list must be non-empty")]
    [InlineData("private", """{"type":"quiz","correct_option_ids":[1,0]}""", "correct quiz option list must be increasing")]
    [InlineData("private", """{"type":"quiz","correct_option_id":2}""", "wrong quiz correct_option_id")]
    [InlineData("private", """{"type":"quiz","correct_option_ids":["a"]}""", "correct option identifier must be of type Number")]
    [InlineData("private", """{"members_only":true}""", "poll voters can be restricted only in channel chats")]
    [InlineData("channel", """{"country_codes":["xx"]}""", "invalid country code specified")]
    [InlineData("channel", """{"is_anonymous":false}""", "non-anonymous polls can't be sent to channel chats")]
    public async Task A_wrong_poll_is_told(string kind, string more, string error)
    {
        var meeting = await Meeting.ArrangeAsync(Simulator, Api);

        (await SendAsync(meeting, await meeting.ChatAsync(kind), JsonNode.Parse(more)!.AsObject())).Fails(400, "Bad Request: " + error);
    }

    [Fact]
    public async Task Long_texts_and_forbidden_polls_are_told()
    {
        var meeting = await Meeting.ArrangeAsync(Simulator, Api);
        var group = await meeting.ChatAsync("supergroup");
        await meeting.ForbidAsync(group, "send_polls");

        (await SendAsync(meeting, meeting.Person.Id, new JsonObject { ["question"] = new string('x', 301) })).Fails(400, "Bad Request: poll question length must not exceed 300");
        (await SendAsync(meeting, meeting.Person.Id, new JsonObject { ["options"] = new JsonArray("a", new string('x', 101)) })).Fails(400, "Bad Request: poll options length must not exceed 100");
        (await SendAsync(meeting, group, [])).Fails(400, "Bad Request: not enough rights to send polls to the chat");
    }

    [Fact]
    public async Task Votes_come_to_the_bot()
    {
        var meeting = await Meeting.ArrangeAsync(Simulator, Api);
        var group = await meeting.ChatAsync("supergroup");
        var message = (await SendAsync(meeting, group, new JsonObject { ["is_anonymous"] = false })).Result;

        await Simulator.PostAsync("votes", new JsonObject { ["from"] = meeting.Person.Id, ["chat"] = group, ["message_id"] = (int)message["message_id"]!, ["options"] = new JsonArray(1) });

        var answer = await meeting.UpdateAsync("poll_answer");
        Assert.Equal((string)message["poll"]!["id"]!, (string)answer["poll_id"]!);
        Assert.Equal(meeting.Person.Id, (long)answer["user"]!["id"]!);
        Assert.Equal("[1]", answer["option_ids"]!.ToJsonString());
    }

    private static Task<Answer> SendAsync(Meeting meeting, long chat, JsonObject more)
    {
        var parameters = new JsonObject { ["chat_id"] = chat, ["question"] = "Tea?", ["options"] = new JsonArray("yes", "no") };
        foreach (var (name, value) in more)
            parameters[name] = value?.DeepClone();
        return meeting.CallAsync("sendPoll", parameters);
    }
}
