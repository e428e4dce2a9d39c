using System.Text.Json.Nodes;
using TelegramRest.Tests.Contract.Harness;
using Xunit;

namespace TelegramRest.Tests.Contract.Editing;

public sealed class EditMessageCaptionTests(ServerFixture server) : ContractTest(server)
{
    [Theory]
    [InlineData("private")]
    [InlineData("group")]
    [InlineData("supergroup")]
    [InlineData("channel")]
    public async Task The_caption_changes_and_the_picture_stays(string kind)
    {
        var meeting = await Meeting.ArrangeAsync(Simulator, Api);
        var chat = await meeting.ChatAsync(kind);
        var photo = await meeting.SendPhotoAsync(chat, "before");

        var edited = (await EditAsync(meeting, chat, (int)photo["message_id"]!, new JsonObject
        {
            ["caption"] = "*after*",
            ["parse_mode"] = "MarkdownV2",
            ["show_caption_above_media"] = true,
            ["reply_markup"] = Meeting.Buttons("a"),
        })).Result;

        Assert.Equal("after", (string)edited["caption"]!);
        Assert.Equal("bold", (string)edited["caption_entities"]![0]!["type"]!);
        Assert.True((bool)edited["show_caption_above_media"]!);
        Assert.Equal("data a", (string)edited["reply_markup"]!["inline_keyboard"]![0]![0]!["callback_data"]!);
        Assert.Equal((string)photo["photo"]![0]!["file_unique_id"]!, (string)edited["photo"]![0]!["file_unique_id"]!);
        Assert.True((int)edited["edit_date"]! >= (int)edited["date"]!);
    }

    [Fact]
    public async Task No_caption_takes_the_old_one_away()
    {
        var meeting = await Meeting.ArrangeAsync(Simulator, Api);
        var photo = await meeting.SendPhotoAsync(meeting.Person.Id, "before");

        Assert.Null((await EditAsync(meeting, meeting.Person.Id, (int)photo["message_id"]!, [])).Result["caption"]);
    }

    [Fact]
    public async Task What_cannot_be_captioned_is_told()
    {
        var meeting = await Meeting.ArrangeAsync(Simulator, Api);
        var chat = meeting.Person.Id;
        var text = await meeting.SayAsync(chat, "no caption");
        var photo = (int)(await meeting.SendPhotoAsync(chat, "same"))["message_id"]!;
        var theirs = await meeting.HearAsync(chat, "mine");

        (await EditAsync(meeting, chat, text, new JsonObject { ["caption"] = "x" })).Fails(400, "Bad Request: there is no caption in the message to edit");
        (await EditAsync(meeting, chat, theirs, new JsonObject { ["caption"] = "x" })).Fails(400, "Bad Request: message can't be edited");
        (await EditAsync(meeting, chat, 4711, new JsonObject { ["caption"] = "x" })).Fails(400, "Bad Request: message to edit not found");
        (await EditAsync(meeting, chat, photo, new JsonObject { ["caption"] = "same" })).Fails(
            400,
            "Bad Request: message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message");
        (await EditAsync(meeting, chat, photo, new JsonObject { ["caption"] = new string('x', 1025) })).Fails(400, "Bad Request: message caption is too long");
        (await EditAsync(meeting, chat, photo, new JsonObject { ["caption"] = "<b>x", ["parse_mode"] = "HTML" }))
            .Fails(400, "Bad Request: can't parse entities: Can't find end tag corresponding to start tag \"b\"");
        (await meeting.CallAsync("editMessageCaption", new JsonObject { ["caption"] = "x" })).Fails(400, "Bad Request: message identifier is not specified");
    }

    private static Task<Answer> EditAsync(Meeting meeting, long chat, int id, JsonObject parameters) =>
        meeting.OnMessageAsync("editMessageCaption", chat, id, parameters);
}
