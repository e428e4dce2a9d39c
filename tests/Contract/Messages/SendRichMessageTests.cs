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
    public async Task Blocks_come_back_as_they_were()
    {
        var meeting = await Meeting.ArrangeAsync(Simulator, Api);
        var blocks = """
            [{"type":"heading","text":"Title","size":2},
            {"type":"paragraph","text":["some ",{"type":"bold","text":"bold"},{"type":"url","text":"link","url":"https://example.com/"}]},
            {"type":"list","items":[{"blocks":[{"type":"paragraph","text":"one"}]},{"blocks":[{"type":"paragraph","text":"two"}]}]},
            {"type":"blockquote","blocks":[{"type":"paragraph","text":"said"}],"credit":"somebody"},
            {"type":"table","cells":[[{"text":"a","align":"center","valign":"middle"},{"text":"b","align":"left","valign":"top"}]],"is_bordered":true},
            {"type":"divider"}]
            """;

        var message = (await SendAsync(meeting, meeting.Person.Id, new JsonObject { ["blocks"] = JsonNode.Parse(blocks) })).Result["rich_message"]!["blocks"]!.AsArray();

        Assert.Equal("heading paragraph list blockquote table divider", string.Join(' ', message.Select(block => (string)block!["type"]!)));
        Assert.Equal(2, (int)message[0]!["size"]!);
        Assert.Equal("""["some ",{"type":"bold","text":"bold"},{"type":"url","text":"link","url":"https://example.com/"}]""", message[1]!["text"]!.ToJsonString());
        Assert.Equal("two", (string)message[2]!["items"]![1]!["blocks"]![0]!["text"]!);
        Assert.Equal("somebody", (string)message[3]!["credit"]!);
        Assert.Equal("center", (string)message[4]!["cells"]![0]![0]!["align"]!);
    }

    [Fact]
    public async Task Media_stand_in_blocks_and_in_markup()
    {
        var meeting = await Meeting.ArrangeAsync(Simulator, Api);
        var photo = new JsonObject { ["type"] = "photo", ["media"] = "attach://a" };
        var inBlock = new JsonObject { ["blocks"] = new JsonArray(new JsonObject { ["type"] = "photo", ["photo"] = photo.DeepClone(), ["caption"] = new JsonObject { ["text"] = "blue" } }) };
        var inMarkup = new JsonObject { ["html"] = "<img src=\"tg://photo?id=pic\">", ["media"] = new JsonArray(new JsonObject { ["id"] = "pic", ["media"] = photo }) };

        foreach (var rich in new[] { inBlock, inMarkup })
        {
            var block = (await meeting.UploadAsync("sendRichMessage", new JsonObject { ["chat_id"] = meeting.Person.Id, ["rich_message"] = rich }, ("a", "a.png", Pictures.Png)))
                .Result["rich_message"]!["blocks"]![0]!;
            Assert.Equal("photo", (string)block["type"]!);
            Assert.Equal(64, (int)block["photo"]!.AsArray()[^1]!["width"]!);
        }
    }

    [Theory]
    [InlineData("""[{"type":"heading","text":"x","size":7}]""", "invalid section heading size specified")]
    [InlineData("""[{"type":"list","items":[]}]""", "list must be non-empty")]
    [InlineData("""[{"type":"list","items":[{"blocks":[]},{"blocks":[],"type":"a","value":1}]}]""", "list must be either ordered or unordered")]
    [InlineData("""[{"type":"map","location":{"latitude":1,"longitude":2},"zoom":25,"width":10,"height":10}]""", "invalid map properties specified")]
    [InlineData("""[{"type":"paragraph","text":{"type":"custom_emoji","custom_emoji_id":"x","alternative_text":"y"}}]""", "invalid custom emoji identifier specified")]
    public async Task A_wrong_block_is_told(string blocks, string error)
    {
        var meeting = await Meeting.ArrangeAsync(Simulator, Api);

        (await SendAsync(meeting, meeting.Person.Id, new JsonObject { ["blocks"] = JsonNode.Parse(blocks) })).Fails(400, "Bad Request: " + error);
    }

    [Fact]
    public async Task What_cannot_be_sent_is_told()
    {
        var meeting = await Meeting.ArrangeAsync(Simulator, Api);
        var group = await meeting.ChatAsync("supergroup");
        await meeting.ForbidAsync(group, "send_plain");

        (await SendAsync(meeting, group, new JsonObject { ["html"] = "<p>x</p>" })).Fails(400, "Bad Request: not enough rights to send the rich message to the chat");
        (await SendAsync(meeting, meeting.Person.Id, [])).Fails(400, "Bad Request: rich message must be non-empty");
    }

    private static Task<Answer> SendAsync(Meeting meeting, long chat, JsonObject message) =>
        meeting.CallAsync("sendRichMessage", new JsonObject { ["chat_id"] = chat, ["rich_message"] = message });
}
