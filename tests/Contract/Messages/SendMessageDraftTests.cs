using System.Text.Json.Nodes;
using TelegramRest.Tests.Contract.Harness;
using Xunit;

namespace TelegramRest.Tests.Contract.Messages;

public sealed class SendMessageDraftTests(ServerFixture server) : ContractTest(server)
{
    [Theory]
    [InlineData("sendMessageDraft", """{"text":"*so far*","parse_mode":"Markdown"}""")]
    [InlineData("sendMessageDraft", """{"text":""}""")]
    [InlineData("sendRichMessageDraft", """{"rich_message":{"html":"<p>so far</p>"}}""")]
    public async Task A_text_that_grows_leaves_no_message(string operation, string parameters)
    {
        var meeting = await Meeting.ArrangeAsync(Simulator, Api);
        var before = (await Simulator.MessagesAsync(meeting.Person, meeting.Bot.Id)).Count;
        var request = JsonNode.Parse(parameters)!.AsObject();
        (request["chat_id"], request["draft_id"]) = (meeting.Person.Id, 7);

        Assert.True((bool)(await meeting.CallAsync(operation, request)).Result);

        Assert.Equal(before, (await Simulator.MessagesAsync(meeting.Person, meeting.Bot.Id)).Count);
    }

    [Fact]
    public async Task What_cannot_be_shown_is_told()
    {
        var meeting = await Meeting.ArrangeAsync(Simulator, Api);

        (await meeting.CallAsync("sendMessageDraft", new JsonObject { ["chat_id"] = meeting.Person.Id, ["draft_id"] = 7, ["text"] = "*x", ["parse_mode"] = "Markdown" }))
            .Fails(400, "Bad Request: can't parse entities: Can't find end of the entity starting at byte offset 0");
        (await meeting.CallAsync("sendMessageDraft", new JsonObject { ["chat_id"] = 4711, ["draft_id"] = 7, ["text"] = "x" })).Fails(400, "Bad Request: chat not found");
    }
}
