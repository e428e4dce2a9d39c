using System.Text.Json.Nodes;
using TelegramRest.Tests.Contract.Harness;
using Xunit;

namespace TelegramRest.Tests.Contract.Editing;

public sealed class EditMessageMediaTests(ServerFixture server) : ContractTest(server)
{
    [Theory]
    [InlineData("private")]
    [InlineData("group")]
    [InlineData("supergroup")]
    [InlineData("channel")]
    public async Task An_uploaded_file_takes_the_place_of_another(string kind)
    {
        var meeting = await Meeting.ArrangeAsync(Simulator, Api);
        var chat = await meeting.ChatAsync(kind);
        var photo = await meeting.SendPhotoAsync(chat, "before");
        var form = ApiClient.Multipart(
            [new("chat_id", ApiClient.Text(chat)), new("message_id", ApiClient.Text((int)photo["message_id"]!)), new("media", """{"type":"document","media":"attach://new","caption":"after"}""")],
            ("new", "notes.txt", "words"u8.ToArray()));

        var edited = (await Api.SendAsync("editMessageMedia", HttpMethod.Post, $"{meeting.Bot.Path}/editMessageMedia", form)).Result;

        Assert.Equal((int)photo["message_id"]!, (int)edited["message_id"]!);
        Assert.Equal("notes.txt", (string)edited["document"]!["file_name"]!);
        Assert.Equal("after", (string)edited["caption"]!);
        Assert.Null(edited["photo"]);
    }

    [Fact]
    public async Task A_known_file_comes_back_by_its_id_and_the_caption_goes()
    {
        var meeting = await Meeting.ArrangeAsync(Simulator, Api);
        var first = await meeting.SendPhotoAsync(meeting.Person.Id);
        var text = await meeting.SayAsync(meeting.Person.Id, "a text gets a picture", Meeting.Buttons("a"));
        var media = new JsonObject { ["type"] = "photo", ["media"] = (string)first["photo"]![0]!["file_id"]!, ["has_spoiler"] = true };

        var edited = (await EditAsync(meeting, text, media)).Result;

        Assert.Equal((string)first["photo"]![0]!["file_unique_id"]!, (string)edited["photo"]![0]!["file_unique_id"]!);
        Assert.True((bool)edited["has_media_spoiler"]!);
        Assert.Null(edited["text"]);
        Assert.Null(edited["caption"]);
        Assert.Null(edited["reply_markup"]);
    }

    [Theory]
    [InlineData("""{"type":"photo"}""", "can't parse InputMedia: media not found")]
    [InlineData("""{"type":"sticker","media":"x"}""", "can't parse InputMedia: type \"sticker\" is unsupported")]
    [InlineData("7", "can't parse InputMedia: expected an Object")]
    [InlineData("{", "can't parse input media JSON object")]
    [InlineData("", "parameter \"media\" is required")]
    public async Task Broken_media_are_named(string media, string error)
    {
        var bot = await Simulator.AddBotAsync();

        (await Api.CallAsync(bot, "editMessageMedia", new JsonObject { ["chat_id"] = 1, ["message_id"] = 1, ["media"] = media })).Fails(400, "Bad Request: " + error);
    }

    [Fact]
    public async Task What_cannot_be_replaced_is_told()
    {
        var meeting = await Meeting.ArrangeAsync(Simulator, Api);
        var theirs = await meeting.HearAsync(meeting.Person.Id, "mine");
        var media = new JsonObject { ["type"] = "photo", ["media"] = "https://example.com/a.png" };

        (await EditAsync(meeting, theirs, media)).Fails(400, "Bad Request: message media can't be edited");
        (await EditAsync(meeting, 4711, media)).Fails(400, "Bad Request: message to edit not found");
        (await EditAsync(meeting, await meeting.SayAsync(meeting.Person.Id, "x"), new JsonObject { ["type"] = "photo", ["media"] = "nonsense" }))
            .Fails(400, "Bad Request: wrong remote file identifier specified: can't unserialize it. Wrong last symbol");
    }

    [Fact]
    public async Task Nothing_is_uploaded_for_an_inline_message()
    {
        var bot = await Simulator.AddBotAsync();
        var form = ApiClient.Multipart(
            [new("inline_message_id", "AgAAAAEAAAAAAAAAAgAAAAAAAAA"), new("media", """{"type":"photo","media":"attach://new"}""")],
            ("new", "a.png", Pictures.Png));

        (await Api.SendAsync("editMessageMedia", HttpMethod.Post, $"{bot.Path}/editMessageMedia", form)).Fails(400, "Bad Request: invalid message content specified");
    }

    private static Task<Answer> EditAsync(Meeting meeting, int id, JsonObject media) =>
        meeting.OnMessageAsync("editMessageMedia", meeting.Person.Id, id, new JsonObject { ["media"] = media.DeepClone() });
}
