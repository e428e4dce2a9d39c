using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using TelegramRest.Tests.Contract.Harness;
using Xunit;

namespace TelegramRest.Tests.Contract.Messages;

public sealed class SendMediaGroupTests(ServerFixture server) : ContractTest(server)
{
    [Theory]
    [InlineData("private")]
    [InlineData("group")]
    [InlineData("supergroup")]
    [InlineData("channel")]
    public async Task Photos_and_videos_share_a_frame_in_their_order(string kind)
    {
        var meeting = await Meeting.ArrangeAsync(Simulator, Api);
        var chat = await meeting.ChatAsync(kind);

        var album = (await meeting.UploadAsync(
            "sendMediaGroup",
            Request(chat, Item("photo", "attach://a", "<b>first</b>", "HTML"), Item("video", "attach://b", "second"), Item("photo", "attach://c")),
            ("a", "a.png", Pictures.Png),
            ("b", "b.mp4", Clips.Video),
            ("c", "c.png", Pictures.Png))).Result.AsArray();

        Assert.Equal(3, album.Count);
        Assert.NotNull(album[0]!["photo"]);
        Assert.NotNull(album[1]!["video"]);
        Assert.NotNull(album[2]!["photo"]);
        Assert.Equal("first second ", string.Join(' ', album.Select(message => (string?)message!["caption"])));
        Assert.Equal("""[{"type":"bold","offset":0,"length":5}]""", album[0]!["caption_entities"]!.ToJsonString());
        Assert.Single(album.Select(message => (string)message!["media_group_id"]!).Distinct());
        Assert.Equal(album.Select(message => (int)message!["message_id"]!).Order(), album.Select(message => (int)message!["message_id"]!));
    }

    [Fact]
    public async Task Documents_stay_documents()
    {
        var meeting = await Meeting.ArrangeAsync(Simulator, Api);

        var album = (await meeting.UploadAsync(
            "sendMediaGroup",
            Request(meeting.Person.Id, Item("document", "attach://a"), Item("document", "attach://b", "both")),
            ("a", "a.mp4", Clips.Silent),
            ("b", "b.mp3", Clips.Music))).Result.AsArray();

        Assert.Equal("a.mp4 b.mp3", string.Join(' ', album.Select(message => (string)message!["document"]!["file_name"]!)));
        Assert.All(album, message => Assert.Null(message!["animation"] ?? message["audio"]));
    }

    [Fact]
    public async Task Files_are_named_by_id_and_by_address()
    {
        await using var host = await WebhookHost.StartAsync(TimeProvider.System);
        host.Answer = async (_, context) =>
        {
            context.Response.ContentType = "image/png";
            await context.Response.Body.WriteAsync(Pictures.Png);
        };
        var meeting = await Meeting.ArrangeAsync(Simulator, Api);
        var chat = meeting.Person.Id;
        var known = (await meeting.SendPhotoAsync(chat))["photo"]!.AsArray()[^1]!;

        var album = (await meeting.CallAsync("sendMediaGroup", Request(chat, Item("photo", (string)known["file_id"]!), Item("photo", $"{host.Url}blue.png")))).Result.AsArray();

        Assert.Equal((string)known["file_unique_id"]!, (string)album[0]!["photo"]!.AsArray()[^1]!["file_unique_id"]!);
        Assert.Equal(64, (int)album[1]!["photo"]!.AsArray()[^1]!["width"]!);
    }

    [Fact]
    public async Task A_single_item_is_a_message_without_a_group()
    {
        var meeting = await Meeting.ArrangeAsync(Simulator, Api);

        var album = (await meeting.UploadAsync("sendMediaGroup", Request(meeting.Person.Id, Item("photo", "attach://a", "alone")), ("a", "a.png", Pictures.Png))).Result.AsArray();

        Assert.Equal("alone", (string)Assert.Single(album)!["caption"]!);
        Assert.Null(album[0]!["media_group_id"]);
    }

    [Fact]
    public async Task Every_item_answers_the_message()
    {
        var meeting = await Meeting.ArrangeAsync(Simulator, Api);
        var chat = await meeting.ChatAsync("supergroup");
        var first = await meeting.SayAsync(chat, "look");
        var request = Request(chat, Item("photo", "attach://a"), Item("photo", "attach://a"));
        request["reply_parameters"] = new JsonObject { ["message_id"] = first };
        request["protect_content"] = true;

        var album = (await meeting.UploadAsync("sendMediaGroup", request, ("a", "a.png", Pictures.Png))).Result.AsArray();

        Assert.All(album, message => Assert.Equal(first, (int)message!["reply_to_message"]!["message_id"]!));
        Assert.All(album, message => Assert.True((bool)message!["has_protected_content"]!));
    }

    [Fact]
    public async Task One_wrong_item_keeps_all_from_being_sent()
    {
        await using var host = await WebhookHost.StartAsync(TimeProvider.System);
        host.Answer = (_, context) =>
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        };
        var meeting = await Meeting.ArrangeAsync(Simulator, Api);
        var chat = await meeting.ChatAsync("supergroup");
        var before = (await Simulator.MessagesAsync(meeting.Person, chat)).Count;

        (await meeting.UploadAsync("sendMediaGroup", Request(chat, Item("photo", "attach://a"), Item("photo", $"{host.Url}gone.png")), ("a", "a.png", Pictures.Png)))
            .Fails(400, "Bad Request: failed to send message #2 with the error message \"WEBPAGE_CURL_FAILED\"");

        Assert.Equal(before, (await Simulator.MessagesAsync(meeting.Person, chat)).Count);
    }

    [Fact]
    public async Task What_cannot_stand_together_is_told()
    {
        var meeting = await Meeting.ArrangeAsync(Simulator, Api);
        var chat = meeting.Person.Id;
        var photo = Item("photo", (string)(await meeting.SendPhotoAsync(chat))["photo"]!.AsArray()[^1]!["file_id"]!);
        var song = (await meeting.UploadAsync("sendAudio", new JsonObject { ["chat_id"] = chat }, ("audio", "a.mp3", Clips.Music))).Result["audio"]!;
        var note = (await meeting.UploadAsync("sendDocument", new JsonObject { ["chat_id"] = chat }, ("document", "a.txt", "text"u8.ToArray()))).Result["document"]!;
        var above = Copy(photo);
        above["show_caption_above_media"] = true;

        await FailsAsync("there are no messages to send");
        await FailsAsync("too many messages to send as an album", [.. Enumerable.Range(0, 11).Select(_ => Copy(photo))]);
        await FailsAsync("audio can't be mixed with other media types", Copy(photo), Item("audio", (string)song["file_id"]!));
        await FailsAsync("document can't be mixed with other media types", Item("document", (string)note["file_id"]!), Copy(photo));
        await FailsAsync("parameter show_caption_above_media must be the same for all messages", Copy(photo), above);
        await FailsAsync("can't parse InputMedia: type \"animation\" can't be used in sendMediaGroup", Copy(photo), Item("animation", "attach://a"));
        await FailsAsync("can't parse InputMedia: media not found", Copy(photo), Item("photo", "attach://nothing"));
        await FailsAsync("message caption is too long", Copy(photo), Item("photo", (string)photo["media"]!, new string('x', 1025)));
        (await meeting.CallAsync("sendMediaGroup", new JsonObject { ["chat_id"] = chat, ["media"] = "{}" })).Fails(400, "Bad Request: expected an Array of InputMedia");
        (await meeting.CallAsync("sendMediaGroup", new JsonObject { ["chat_id"] = chat })).Fails(400, "Bad Request: parameter \"media\" is required");

        async Task FailsAsync(string error, params JsonObject[] items) =>
            (await meeting.CallAsync("sendMediaGroup", Request(chat, items))).Fails(400, "Bad Request: " + error);
    }

    [Fact]
    public async Task Each_item_needs_its_right()
    {
        var meeting = await Meeting.ArrangeAsync(Simulator, Api);
        var group = await meeting.ChatAsync("supergroup");
        await meeting.ForbidAsync(group, "send_videos");

        (await meeting.UploadAsync("sendMediaGroup", Request(group, Item("photo", "attach://a"), Item("video", "attach://b")), ("a", "a.png", Pictures.Png), ("b", "b.mp4", Clips.Video)))
            .Fails(400, "Bad Request: not enough rights to send videos to the chat");
    }

    private static JsonObject Request(long chat, params JsonObject[] items) => new() { ["chat_id"] = chat, ["media"] = new JsonArray([.. items]) };

    private static JsonObject Item(string type, string media, string? caption = null, string? parseMode = null)
    {
        var item = new JsonObject { ["type"] = type, ["media"] = media };
        if (caption is not null)
            item["caption"] = caption;
        if (parseMode is not null)
            item["parse_mode"] = parseMode;
        return item;
    }

    private static JsonObject Copy(JsonObject item) => item.DeepClone().AsObject();
}
