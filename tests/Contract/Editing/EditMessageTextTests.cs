using System.Text.Json.Nodes;
using TelegramRest.Tests.Contract.Harness;
using Xunit;

namespace TelegramRest.Tests.Contract.Editing;

public sealed class EditMessageTextTests(ServerFixture server) : ContractTest(server)
{
    [Theory]
    [InlineData("private")]
    [InlineData("group")]
    [InlineData("supergroup")]
    [InlineData("channel")]
    public async Task The_new_form_is_answered(string kind)
    {
        var meeting = await Meeting.ArrangeAsync(Simulator, Api);
        var chat = await meeting.ChatAsync(kind);
        var id = await meeting.SayAsync(chat, "before", Meeting.Buttons("a"));

        var message = (await EditAsync(meeting, chat, id, "<b>after</b>", Meeting.Buttons("b"))).Result;

        Assert.Equal(id, (int)message["message_id"]!);
        Assert.Equal("after", (string)message["text"]!);
        Assert.Equal("bold", (string)message["entities"]![0]!["type"]!);
        Assert.Equal("data b", (string)message["reply_markup"]!["inline_keyboard"]![0]![0]!["callback_data"]!);
        Assert.True((int)message["edit_date"]! >= (int)message["date"]!);
    }

    [Fact]
    public async Task Buttons_that_are_not_sent_again_go()
    {
        var meeting = await Meeting.ArrangeAsync(Simulator, Api);
        var id = await meeting.SayAsync(meeting.Person.Id, "before", Meeting.Buttons("a"));

        Assert.Null((await EditAsync(meeting, meeting.Person.Id, id, "after")).Result["reply_markup"]);
    }

    [Fact]
    public async Task A_preview_is_switched_off_and_moved()
    {
        var meeting = await Meeting.ArrangeAsync(Simulator, Api);
        var chat = meeting.Person.Id;
        var id = await meeting.SayAsync(chat, "see https://example.com");
        var options = new JsonObject { ["url"] = "https://example.org/", ["prefer_small_media"] = true };

        var moved = (await meeting.CallAsync("editMessageText", new JsonObject { ["chat_id"] = chat, ["message_id"] = id, ["text"] = "see https://example.com", ["link_preview_options"] = options })).Result;
        var off = (await meeting.CallAsync("editMessageText", new JsonObject { ["chat_id"] = chat, ["message_id"] = id, ["text"] = "see https://example.com", ["disable_web_page_preview"] = true })).Result;

        Assert.Equal(options.ToJsonString(), moved["link_preview_options"]!.ToJsonString());
        Assert.Equal("""{"is_disabled":true}""", off["link_preview_options"]!.ToJsonString());
    }

    [Fact]
    public async Task What_cannot_be_edited_is_told()
    {
        var meeting = await Meeting.ArrangeAsync(Simulator, Api);
        var chat = meeting.Person.Id;
        var id = await meeting.SayAsync(chat, "same");
        var theirs = (int)(await Simulator.MessagesAsync(meeting.Person, meeting.Bot.Id))[0]!["message_id"]!;
        var photoForm = ApiClient.Multipart([new("chat_id", $"{chat}")], ("photo", "a.png", Pictures.Png));
        var photo = (int)(await Api.SendAsync("sendPhoto", HttpMethod.Post, $"{meeting.Bot.Path}/sendPhoto", photoForm)).Result["message_id"]!;

        (await EditAsync(meeting, chat, id, "same")).Fails(
            400,
            "Bad Request: message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message");
        (await EditAsync(meeting, chat, theirs, "x")).Fails(400, "Bad Request: message can't be edited");
        (await EditAsync(meeting, chat, photo, "x")).Fails(400, "Bad Request: there is no text in the message to edit");
        (await EditAsync(meeting, chat, 4711, "x")).Fails(400, "Bad Request: message to edit not found");
        (await EditAsync(meeting, -5, id, "x")).Fails(400, "Bad Request: chat not found");
        (await EditAsync(meeting, chat, id, "")).Fails(400, "Bad Request: message text is empty");
        (await EditAsync(meeting, chat, id, new string('x', 4097))).Fails(400, "Bad Request: message is too long");
    }

    [Theory]
    [InlineData("""{"text":"x"}""", "message identifier is not specified")]
    [InlineData("""{"text":"x","inline_message_id":"none"}""", "invalid inline message identifier specified")]
    [InlineData("""{"text":"x","chat_id":"1","business_connection_id":"none"}""", "business connection not found")]
    [InlineData("""{"rich_message":"7"}""", "object expected as rich message")]
    [InlineData("""{"text":"x","reply_markup":"7"}""", "object expected as reply markup")]
    public async Task Wrong_parameters_are_named(string parameters, string error)
    {
        var bot = await Simulator.AddBotAsync();

        (await Api.CallAsync(bot, "editMessageText", JsonNode.Parse(parameters)!.AsObject())).Fails(400, "Bad Request: " + error);
    }

    [Fact]
    public async Task A_person_edits_without_buttons()
    {
        var person = await Simulator.AddPersonAsync();
        var chat = await Simulator.AddChatAsync("group", person);
        var account = await Server.LogInAsync(person);
        var id = (int)(await Api.CallAsync(account, "sendMessage", new JsonObject { ["chat_id"] = chat, ["text"] = "before" })).Result["message_id"]!;
        var edit = new JsonObject { ["chat_id"] = chat, ["message_id"] = id, ["text"] = "after" };

        Assert.Equal("after", (string)(await Api.CallAsync(account, "editMessageText", edit)).Result["text"]!);
        edit["reply_markup"] = Meeting.Buttons("a");
        (await Api.CallAsync(account, "editMessageText", edit)).Fails(400, "Bad Request: Method Not Allowed: You can only use this method as a bot");
    }

    private static Task<Answer> EditAsync(Meeting meeting, long chat, int id, string text, JsonObject? markup = null)
    {
        var parameters = new JsonObject { ["chat_id"] = chat, ["message_id"] = id, ["text"] = text, ["parse_mode"] = "HTML" };
        if (markup is not null)
            parameters["reply_markup"] = markup;
        return meeting.CallAsync("editMessageText", parameters);
    }
}
