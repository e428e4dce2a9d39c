using System.Text.Json.Nodes;
using TelegramRest.Tests.Contract.Harness;
using Xunit;

namespace TelegramRest.Tests.Contract.Messages;

public sealed class SendAnimationTests(ServerFixture server) : ContractTest(server)
{
    [Theory]
    [InlineData("private")]
    [InlineData("group")]
    [InlineData("supergroup")]
    [InlineData("channel")]
    public async Task A_silent_film_is_an_animation_and_a_document_for_old_clients(string kind)
    {
        var meeting = await Meeting.ArrangeAsync(Simulator, Api);

        var message = (await meeting.UploadAsync(
            "sendAnimation",
            new JsonObject { ["chat_id"] = await meeting.ChatAsync(kind), ["duration"] = 2, ["width"] = 64, ["height"] = 36, ["caption"] = "look", ["has_spoiler"] = true },
            ("animation", "wave.mp4", Clips.Silent))).Result;

        var animation = message["animation"]!;
        Assert.Equal("2 64×36", $"{animation["duration"]} {animation["width"]}×{animation["height"]}");
        Assert.Equal("wave.mp4", (string)animation["file_name"]!);
        Assert.Equal((string)animation["file_id"]!, (string)message["document"]!["file_id"]!);
        Assert.Equal("look", (string)message["caption"]!);
        Assert.True((bool)message["has_media_spoiler"]!);
    }

    [Fact]
    public async Task A_film_with_sound_stays_a_video()
    {
        var meeting = await Meeting.ArrangeAsync(Simulator, Api);

        var message = (await meeting.UploadAsync("sendAnimation", new JsonObject { ["chat_id"] = meeting.Person.Id }, ("animation", "film.mp4", Clips.Video))).Result;

        Assert.NotNull(message["video"]);
        Assert.Null(message["animation"]);
    }

    [Fact]
    public async Task What_cannot_be_sent_is_told()
    {
        var meeting = await Meeting.ArrangeAsync(Simulator, Api);
        var group = await meeting.ChatAsync("supergroup");
        await meeting.ForbidAsync(group, "send_gifs");

        (await meeting.UploadAsync("sendAnimation", new JsonObject { ["chat_id"] = group }, ("animation", "a.mp4", Clips.Silent)))
            .Fails(400, "Bad Request: not enough rights to send animations to the chat");
        (await meeting.CallAsync("sendAnimation", new JsonObject { ["chat_id"] = meeting.Person.Id })).Fails(400, "Bad Request: there is no animation in the request");
    }
}
