using System.Text.Json.Nodes;
using TelegramRest.Tests.Contract.Harness;
using Xunit;

namespace TelegramRest.Tests.Contract.Messages;

public sealed class SendVideoNoteTests(ServerFixture server) : ContractTest(server)
{
    [Theory]
    [InlineData("private")]
    [InlineData("group")]
    [InlineData("supergroup")]
    [InlineData("channel")]
    public async Task An_upload_arrives_as_a_circle_without_caption(string kind)
    {
        var meeting = await Meeting.ArrangeAsync(Simulator, Api);

        var message = (await meeting.UploadAsync(
            "sendVideoNote", new JsonObject { ["chat_id"] = await meeting.ChatAsync(kind), ["duration"] = 5, ["length"] = 240 }, ("video_note", "round.mp4", Clips.Video))).Result;

        var note = message["video_note"]!;
        Assert.Equal(5, (int)note["duration"]!);
        Assert.Equal(240, (int)note["length"]!);
        Assert.Equal(Clips.Video.Length, (int)note["file_size"]!);
        Assert.Null(message["caption"]);
    }

    [Fact]
    public async Task What_cannot_be_sent_is_told()
    {
        var meeting = await Meeting.ArrangeAsync(Simulator, Api);
        var group = await meeting.ChatAsync("supergroup");
        await meeting.ForbidAsync(group, "send_roundvideos");

        (await meeting.UploadAsync("sendVideoNote", new JsonObject { ["chat_id"] = group }, ("video_note", "round.mp4", Clips.Video)))
            .Fails(400, "Bad Request: not enough rights to send video notes to the chat");
        (await meeting.CallAsync("sendVideoNote", new JsonObject { ["chat_id"] = meeting.Person.Id })).Fails(400, "Bad Request: there is no video note in the request");
        (await meeting.UploadAsync("sendVideoNote", new JsonObject { ["chat_id"] = meeting.Person.Id, ["length"] = 641 }, ("video_note", "round.mp4", Clips.Video)))
            .Fails(400, "Bad Request: wrong video note length");
    }
}
