using System.Text.Json.Nodes;
using TelegramRest.Tests.Contract.Harness;
using Xunit;

namespace TelegramRest.Tests.Contract.Messages;

public sealed class SendVideoTests(ServerFixture server) : ContractTest(server)
{
    [Theory]
    [InlineData("private")]
    [InlineData("group")]
    [InlineData("supergroup")]
    [InlineData("channel")]
    public async Task An_upload_arrives_with_all_that_was_said_of_it(string kind)
    {
        var meeting = await Meeting.ArrangeAsync(Simulator, Api);

        var message = (await meeting.UploadAsync(
            "sendVideo",
            new JsonObject
            {
                ["chat_id"] = await meeting.ChatAsync(kind),
                ["duration"] = 9,
                ["width"] = 320,
                ["height"] = 180,
                ["start_timestamp"] = 4,
                ["supports_streaming"] = true,
                ["has_spoiler"] = true,
                ["show_caption_above_media"] = true,
                ["caption"] = "<b>film</b>",
                ["parse_mode"] = "HTML",
            },
            ("video", "film.mp4", Clips.Video),
            ("thumbnail", "t.png", Pictures.Png),
            ("cover", "c.png", Pictures.Png))).Result;

        var video = message["video"]!;
        Assert.Equal("9 320×180", $"{video["duration"]} {video["width"]}×{video["height"]}");
        Assert.Equal("film.mp4", (string)video["file_name"]!);
        Assert.Equal("video/mp4", (string)video["mime_type"]!);
        Assert.Equal(Clips.Video.Length, (int)video["file_size"]!);
        Assert.Equal(4, (int)video["start_timestamp"]!);
        Assert.Equal(64, (int)video["cover"]!.AsArray()[^1]!["width"]!);
        Assert.Equal(video["thumbnail"]!.ToJsonString(), video["thumb"]!.ToJsonString());
        Assert.Equal("film", (string)message["caption"]!);
        Assert.True((bool)message["has_media_spoiler"]!);
        Assert.True((bool)message["show_caption_above_media"]!);
    }

    [Fact]
    public async Task What_nobody_said_is_read_from_the_film()
    {
        var meeting = await Meeting.ArrangeAsync(Simulator, Api);

        var video = (await meeting.UploadAsync("sendVideo", new JsonObject { ["chat_id"] = meeting.Person.Id }, ("video", "film.mp4", Clips.Video))).Result["video"]!;

        Assert.Equal("3 640×360", $"{video["duration"]} {video["width"]}×{video["height"]}");
    }

    [Fact]
    public async Task A_video_is_sent_again_by_its_id_under_another_cover()
    {
        var meeting = await Meeting.ArrangeAsync(Simulator, Api);
        var chat = meeting.Person.Id;
        var first = (await meeting.UploadAsync("sendVideo", new JsonObject { ["chat_id"] = chat }, ("video", "film.mp4", Clips.Video))).Result["video"]!;

        var again = (await meeting.UploadAsync(
            "sendVideo", new JsonObject { ["chat_id"] = chat, ["video"] = (string)first["file_id"]!, ["cover"] = "attach://c" }, ("c", "c.png", Pictures.Png))).Result["video"]!;

        Assert.Null(first["cover"]);
        Assert.Equal((string)first["file_unique_id"]!, (string)again["file_unique_id"]!);
        Assert.NotEmpty(again["cover"]!.AsArray());
    }

    [Fact]
    public async Task What_cannot_be_sent_is_told()
    {
        var meeting = await Meeting.ArrangeAsync(Simulator, Api);
        var group = await meeting.ChatAsync("supergroup");
        await meeting.ForbidAsync(group, "send_videos");
        var photo = (string)(await meeting.SendPhotoAsync(meeting.Person.Id))["photo"]!.AsArray()[^1]!["file_id"]!;

        (await meeting.UploadAsync("sendVideo", new JsonObject { ["chat_id"] = group }, ("video", "film.mp4", Clips.Video)))
            .Fails(400, "Bad Request: not enough rights to send videos to the chat");
        (await meeting.CallAsync("sendVideo", new JsonObject { ["chat_id"] = meeting.Person.Id })).Fails(400, "Bad Request: there is no video in the request");
        (await meeting.CallAsync("sendVideo", new JsonObject { ["chat_id"] = meeting.Person.Id, ["video"] = photo }))
            .Fails(400, "Bad Request: can't use file of type Photo as Video");
        (await meeting.UploadAsync("sendVideo", new JsonObject { ["chat_id"] = meeting.Person.Id }, ("video", "a.mp4", Clips.Video), ("thumbnail", "t.png", new byte[204_800])))
            .Fails(400, "Bad Request: file of size 204800 bytes is too big for a thumbnail; the maximum size is 204799 bytes");
    }
}
