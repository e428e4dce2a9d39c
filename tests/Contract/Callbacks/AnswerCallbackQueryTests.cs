using System.Text.Json.Nodes;
using TelegramRest.Tests.Contract.Harness;
using Xunit;

namespace TelegramRest.Tests.Contract.Callbacks;

public sealed class AnswerCallbackQueryTests(ServerFixture server) : ContractTest(server)
{
    [Theory]
    [InlineData("private")]
    [InlineData("supergroup")]
    public async Task Whoever_pressed_sees_the_answer(string kind)
    {
        var (meeting, query, pressed) = await PressAsync(kind);

        Assert.Equal("data yes", (string)query["data"]!);
        Assert.Equal(meeting.Person.Id, (long)query["from"]!["id"]!);
        Assert.Equal("sure?", (string)query["message"]!["text"]!);
        Assert.True((bool)(await meeting.CallAsync("answerCallbackQuery", new JsonObject { ["callback_query_id"] = (string)query["id"]!, ["text"] = "done", ["show_alert"] = true, ["cache_time"] = 5 })).Result);
        Assert.Equal("""{"text":"done","show_alert":true,"cache_time":5}""", (await pressed).ToJsonString());
    }

    [Fact]
    public async Task An_answer_may_say_nothing_and_comes_once()
    {
        var (meeting, query, pressed) = await PressAsync("private");
        var answer = new JsonObject { ["callback_query_id"] = (string)query["id"]! };

        Assert.True((bool)(await meeting.CallAsync("answerCallbackQuery", answer)).Result);

        Assert.Null((await pressed)["text"]);
        (await meeting.CallAsync("answerCallbackQuery", answer.DeepClone().AsObject())).Fails(400, "Bad Request: query is too old and response timeout expired or query ID is invalid");
    }

    [Theory]
    [InlineData("""{"callback_query_id":"abc"}""")]
    [InlineData("""{"callback_query_id":"1"}""")]
    [InlineData("{}")]
    public async Task An_unknown_query_is_refused(string parameters)
    {
        var bot = await Simulator.AddBotAsync();

        (await Api.CallAsync(bot, "answerCallbackQuery", JsonNode.Parse(parameters)!.AsObject()))
            .Fails(400, "Bad Request: query is too old and response timeout expired or query ID is invalid");
    }

    [Fact]
    public async Task People_answer_no_queries()
    {
        var account = await Server.LogInAsync(await Simulator.AddPersonAsync());

        (await Api.CallAsync(account, "answerCallbackQuery", new JsonObject { ["callback_query_id"] = "1" }))
            .Fails(400, "Bad Request: Method Not Allowed: You can only use this method as a bot");
    }

    private async Task<(Meeting Meeting, JsonNode Query, Task<JsonObject> Pressed)> PressAsync(string kind)
    {
        var meeting = await Meeting.ArrangeAsync(Simulator, Api);
        var chat = await meeting.ChatAsync(kind);
        var message = await meeting.SayAsync(chat, "sure?", Meeting.Buttons("yes"));
        var pressed = Simulator.PostAsync(
            "callbacks",
            new JsonObject { ["from"] = meeting.Person.Id, ["chat"] = kind == "private" ? meeting.Bot.Id : chat, ["message_id"] = message, ["data"] = "data yes" });
        var offset = 0;
        while (true)
        {
            foreach (var update in (await meeting.CallAsync("getUpdates", new JsonObject { ["timeout"] = 20, ["offset"] = offset })).Result.AsArray())
            {
                if (update!["callback_query"] is { } query)
                    return (meeting, query, pressed);
                offset = (int)update["update_id"]! + 1;
            }
        }
    }
}
