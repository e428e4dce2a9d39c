using System.Text.Json.Nodes;
using TelegramRest.Tests.Contract.Harness;
using Xunit;

namespace TelegramRest.Tests.Contract.Inline;

public sealed class AnswerWebAppQueryTests(ServerFixture server) : ContractTest(server)
{
    [Fact]
    public async Task The_person_sends_what_the_web_app_made()
    {
        var meeting = await Meeting.ArrangeAsync(Simulator, Api);
        var queryId = await OpenAsync(meeting);

        var sent = (await meeting.CallAsync("answerWebAppQuery", new JsonObject { ["web_app_query_id"] = queryId, ["result"] = InlineBot.Article("1", "from the app", Meeting.Buttons("a")) })).Result;

        Assert.NotEmpty((string)sent["inline_message_id"]!);
        Assert.Equal("from the app", (string)(await Simulator.MessagesAsync(meeting.Person, meeting.Bot.Id))[^1]!["text"]!);
        (await meeting.CallAsync("answerWebAppQuery", new JsonObject { ["web_app_query_id"] = queryId, ["result"] = InlineBot.Article("1", "again") }))
            .Fails(400, "Bad Request: query is too old and response timeout expired or query ID is invalid");
    }

    [Fact]
    public async Task Without_buttons_the_message_cannot_be_changed()
    {
        var meeting = await Meeting.ArrangeAsync(Simulator, Api);

        var sent = (await meeting.CallAsync("answerWebAppQuery", new JsonObject { ["web_app_query_id"] = await OpenAsync(meeting), ["result"] = InlineBot.Article("1", "plain") })).Result;

        Assert.Equal("{}", sent.ToJsonString());
    }

    [Theory]
    [InlineData("""{"web_app_query_id":"1"}""", "result isn't specified")]
    [InlineData("""{"result":{"type":"article","id":"1","title":"t","input_message_content":{"message_text":"x"}}}""", "parameter \"web_app_query_id\" is required")]
    [InlineData("""{"web_app_query_id":"none","result":{"type":"article","id":"1","title":"t","input_message_content":{"message_text":"x"}}}""", "query is too old and response timeout expired or query ID is invalid")]
    public async Task Wrong_parameters_are_named(string parameters, string error)
    {
        var bot = await Simulator.AddBotAsync();

        (await Api.CallAsync(bot, "answerWebAppQuery", JsonNode.Parse(parameters)!.AsObject())).Fails(400, "Bad Request: " + error);
    }

    private async Task<string> OpenAsync(Meeting meeting) =>
        (string)(await Simulator.PostAsync("web_apps", new JsonObject { ["from"] = meeting.Person.Id, ["bot"] = meeting.Bot.Id }))["query_id"]!;
}
