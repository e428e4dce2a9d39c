using System.Text.Json.Nodes;
using TelegramRest.Tests.Contract.Harness;
using Xunit;

namespace TelegramRest.Tests.Contract.Editing;

public sealed class EditMessageReplyMarkupTests(ServerFixture server) : ContractTest(server)
{
    [Theory]
    [InlineData("private")]
    [InlineData("group")]
    [InlineData("supergroup")]
    [InlineData("channel")]
    public async Task The_buttons_change_and_the_text_stays(string kind)
    {
        var meeting = await Meeting.ArrangeAsync(Simulator, Api);
        var chat = await meeting.ChatAsync(kind);
        var id = await meeting.SayAsync(chat, "stays", Meeting.Buttons("a"));

        var message = (await EditAsync(meeting, chat, id, Meeting.Buttons("b", "c"))).Result;
        var bare = (await EditAsync(meeting, chat, id, null)).Result;

        Assert.Equal("stays", (string)message["text"]!);
        Assert.Equal(2, message["reply_markup"]!["inline_keyboard"]![0]!.AsArray().Count);
        Assert.Equal("stays", (string)bare["text"]!);
        Assert.Null(bare["reply_markup"]);
    }

    [Fact]
    public async Task Buttons_come_to_media_too()
    {
        var meeting = await Meeting.ArrangeAsync(Simulator, Api);
        var photo = await meeting.SendPhotoAsync(meeting.Person.Id, "caption");

        var message = (await EditAsync(meeting, meeting.Person.Id, (int)photo["message_id"]!, Meeting.Buttons("a"))).Result;

        Assert.Equal("caption", (string)message["caption"]!);
        Assert.NotNull(message["reply_markup"]);
    }

    [Fact]
    public async Task What_cannot_have_other_buttons_is_told()
    {
        var meeting = await Meeting.ArrangeAsync(Simulator, Api);
        var chat = meeting.Person.Id;
        var id = await meeting.SayAsync(chat, "same", Meeting.Buttons("a"));
        var theirs = await meeting.HearAsync(chat, "mine");
        var keyboard = await meeting.SayAsync(chat, "a keyboard", new JsonObject { ["keyboard"] = new JsonArray(new JsonArray("yes")) });

        (await EditAsync(meeting, chat, id, Meeting.Buttons("a"))).Fails(
            400,
            "Bad Request: message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message");
        (await EditAsync(meeting, chat, theirs, Meeting.Buttons("a"))).Fails(400, "Bad Request: message can't be edited");
        (await EditAsync(meeting, chat, keyboard, Meeting.Buttons("a"))).Fails(400, "Bad Request: message can't be edited");
        (await EditAsync(meeting, chat, 4711, null)).Fails(400, "Bad Request: message to edit not found");
        (await meeting.CallAsync("editMessageReplyMarkup", new JsonObject { ["inline_message_id"] = "AAAA" }))
            .Fails(400, "Bad Request: invalid inline message identifier specified");
    }

    [Fact]
    public async Task People_have_no_buttons_to_change()
    {
        var account = await Server.LogInAsync(await Simulator.AddPersonAsync());

        (await Api.CallAsync(account, "editMessageReplyMarkup", new JsonObject { ["chat_id"] = 1, ["message_id"] = 1 }))
            .Fails(400, "Bad Request: Method Not Allowed: You can only use this method as a bot");
    }

    private static Task<Answer> EditAsync(Meeting meeting, long chat, int id, JsonObject? markup) =>
        meeting.OnMessageAsync("editMessageReplyMarkup", chat, id, markup is null ? null : new JsonObject { ["reply_markup"] = markup });
}
