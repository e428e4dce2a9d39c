using System.Text.Json.Nodes;
using TelegramRest.Tests.Contract.Harness;
using Xunit;

namespace TelegramRest.Tests.Contract.Messages;

public sealed class SendLivePhotoTests(ServerFixture server) : ContractTest(server)
{
    [Theory]
    [InlineData("private")]
    [InlineData("group")]
    [InlineData("supergroup")]
    [InlineData("channel")]
    public async Task Both_parts_arrive(string kind)
    {
        var meeting = await Meeting.ArrangeAsync(Simulator, Api);

        var message = (await meeting.UploadAsync(
            "sendLivePhoto",
            new JsonObject { ["chat_id"] = await meeting.ChatAsync(kind), ["caption"] = "it moves", ["has_spoiler"] = true },
            ("photo", "still.png", Pictures.Png),
            ("live_photo", "moves.mp4", Clips.Video))).Result;

        var live = message["live_photo"]!;
        Assert.Equal(64, (int)live["photo"]!.AsArray()[^1]!["width"]!);
        Assert.Equal("video/mp4", (string)live["mime_type"]!);
        Assert.Equal(Clips.Video.Length, (int)live["file_size"]!);
        Assert.Equal(live["photo"]!.ToJsonString(), message["photo"]!.ToJsonString());
        Assert.Equal("it moves", (string)message["caption"]!);
        Assert.True((bool)message["has_media_spoiler"]!);
    }

    [Fact]
    public async Task Both_parts_are_sent_again_by_their_ids()
    {
        var meeting = await Meeting.ArrangeAsync(Simulator, Api);
        var chat = meeting.Person.Id;
        var first = (await meeting.UploadAsync(
            "sendLivePhoto", new JsonObject { ["chat_id"] = chat }, ("photo", "still.png", Pictures.Png), ("live_photo", "moves.mp4", Clips.Video))).Result["live_photo"]!;

        var again = (await meeting.CallAsync(
            "sendLivePhoto",
            new JsonObject { ["chat_id"] = chat, ["photo"] = (string)first["photo"]!.AsArray()[^1]!["file_id"]!, ["live_photo"] = (string)first["file_id"]! })).Result["live_photo"]!;

        Assert.Equal((string)first["file_unique_id"]!, (string)again["file_unique_id"]!);
    }

    [Fact]
    public async Task What_cannot_be_sent_is_told()
    {
        var meeting = await Meeting.ArrangeAsync(Simulator, Api);
        var group = await meeting.ChatAsync("supergroup");
        await meeting.ForbidAsync(group, "send_photos");
        var parts = new[] { ("photo", "still.png", Pictures.Png), ("live_photo", "moves.mp4", Clips.Video) };

        (await meeting.UploadAsync("sendLivePhoto", new JsonObject { ["chat_id"] = group }, parts)).Fails(400, "Bad Request: not enough rights to send photos to the chat");
        (await meeting.UploadAsync("sendLivePhoto", new JsonObject { ["chat_id"] = meeting.Person.Id }, parts[0])).Fails(400, "Bad Request: there is no live photo in the request");
        (await meeting.UploadAsync("sendLivePhoto", new JsonObject { ["chat_id"] = meeting.Person.Id }, parts[1])).Fails(400, "Bad Request: there is no photo in the request");
    }
}
