using System.Text.Json.Nodes;
using TelegramRest.Tests.Contract.Harness;
using Xunit;

namespace TelegramRest.Tests.Contract.Messages;

public sealed class SendRichMessageTests(ServerFixture server) : ContractTest(server)
{
    [Theory]
    [InlineData("private")]
    [InlineData("group")]
    [InlineData("supergroup")]
    [InlineData("channel")]
    public async Task Markup_becomes_blocks(string kind)
    {
        var meeting = await Meeting.ArrangeAsync(Simulator, Api);

        var message = (await SendAsync(meeting, await meeting.ChatAsync(kind), new JsonObject { ["html"] = "<h1>Title</h1><p>Some <b>text</b></p>" })).Result;

        var blocks = message["rich_message"]!["blocks"]!.AsArray();
        Assert.Equal("heading paragraph", string.Join(' ', blocks.Select(block => (string)block!["type"]!)));
        Assert.Equal("Title", (string)blocks[0]!["text"]!);
        Assert.Null(message["text"]);
    }

    [Fact]
    public async Task What_cannot_be_sent_is_told()
    {
        var meeting = await Meeting.ArrangeAsync(Simulator, Api);
        var group = await meeting.ChatAsync("supergroup");
        await meeting.ForbidAsync(group, "send_plain");

        (await SendAsync(meeting, group, new JsonObject { ["html"] = "<p>x</p>" })).Fails(400, "Bad Request: not enough rights to send the rich message to the chat");
        (await SendAsync(meeting, meeting.Person.Id, [])).Fails(400, "Bad Request: message text is empty");
    }

    private static Task<Answer> SendAsync(Meeting meeting, long chat, JsonObject message) =>
        meeting.CallAsync("sendRichMessage", new JsonObject { ["chat_id"] = chat, ["rich_message"] = message });
}
