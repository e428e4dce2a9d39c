using System.Text.Json.Nodes;
using TelegramRest.Tests.Contract.Harness;
using Xunit;

namespace TelegramRest.Tests.Contract.Messages;

public sealed class SendAudioTests(ServerFixture server) : ContractTest(server)
{
    [Theory]
    [InlineData("private")]
    [InlineData("group")]
    [InlineData("supergroup")]
    [InlineData("channel")]
    public async Task An_upload_arrives_with_performer_and_title(string kind)
    {
        var meeting = await Meeting.ArrangeAsync(Simulator, Api);

        var message = (await meeting.UploadAsync(
            "sendAudio",
            new JsonObject { ["chat_id"] = await meeting.ChatAsync(kind), ["duration"] = 100_000, ["performer"] = "A choir", ["title"] = "A song", ["caption"] = "listen" },
            ("audio", "song.mp3", Clips.Music),
            ("thumbnail", "t.png", Pictures.Png))).Result;

        var audio = message["audio"]!;
        Assert.Equal(86_400, (int)audio["duration"]!);
        Assert.Equal("A choir", (string)audio["performer"]!);
        Assert.Equal("A song", (string)audio["title"]!);
        Assert.Equal("song.mp3", (string)audio["file_name"]!);
        Assert.Equal("audio/mpeg", (string)audio["mime_type"]!);
        Assert.NotNull(audio["thumbnail"]);
        Assert.Equal("listen", (string)message["caption"]!);
    }

    [Fact]
    public async Task What_cannot_be_sent_is_told()
    {
        var meeting = await Meeting.ArrangeAsync(Simulator, Api);
        var group = await meeting.ChatAsync("supergroup");
        await meeting.ForbidAsync(group, "send_audios");

        (await meeting.UploadAsync("sendAudio", new JsonObject { ["chat_id"] = group }, ("audio", "a.mp3", Clips.Music)))
            .Fails(400, "Bad Request: not enough rights to send music to the chat");
        (await meeting.CallAsync("sendAudio", new JsonObject { ["chat_id"] = meeting.Person.Id })).Fails(400, "Bad Request: there is no audio in the request");
        (await meeting.UploadAsync("sendAudio", new JsonObject { ["chat_id"] = meeting.Person.Id, ["caption"] = "<b>" + "x", ["parse_mode"] = "HTML" }, ("audio", "a.mp3", Clips.Music)))
            .Fails(400, "Bad Request: can't parse entities: Can't find end tag corresponding to start tag \"b\"");
    }
}
