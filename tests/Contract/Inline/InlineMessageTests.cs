using System.Text.Json.Nodes;
using TelegramRest.Tests.Contract.Harness;
using Xunit;

namespace TelegramRest.Tests.Contract.Inline;

/// <summary>Messages that were sent through inline mode are changed by their own kind of identifier, and nobody is shown the result.</summary>
public sealed class InlineMessageTests(ServerFixture server) : ContractTest(server)
{
    [Fact]
    public async Task Text_and_buttons_change()
    {
        var bot = await InlineBot.ArrangeAsync(Server);
        var id = (string)(await bot.ChooseAsync(InlineBot.Article("1", "before", Meeting.Buttons("a"))))["inline_message_id"]!;

        Assert.True((bool)(await EditAsync(bot, "editMessageText", id, new JsonObject { ["text"] = "after", ["reply_markup"] = Meeting.Buttons("b") })).Result);
        Assert.Equal("after", (string)(await Simulator.MessagesAsync(bot.Meeting.Person, bot.Meeting.Bot.Id))[^1]!["text"]!);
        Assert.True((bool)(await EditAsync(bot, "editMessageReplyMarkup", id, new JsonObject { ["reply_markup"] = Meeting.Buttons("c") })).Result);
        (await EditAsync(bot, "editMessageReplyMarkup", id, new JsonObject { ["reply_markup"] = Meeting.Buttons("c") })).Fails(
            400,
            "Bad Request: message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message");
    }

    [Fact]
    public async Task Media_and_captions_change()
    {
        var bot = await InlineBot.ArrangeAsync(Server);
        var photo = await bot.Meeting.SendPhotoAsync(bot.Meeting.Person.Id);
        var fileId = (string)photo["photo"]![0]!["file_id"]!;
        var result = new JsonObject { ["type"] = "photo", ["id"] = "p", ["photo_file_id"] = fileId, ["caption"] = "before", ["reply_markup"] = Meeting.Buttons("a") };
        var id = (string)(await bot.ChooseAsync(result))["inline_message_id"]!;

        Assert.True((bool)(await EditAsync(bot, "editMessageCaption", id, new JsonObject { ["caption"] = "after" })).Result);
        Assert.Equal("after", (string)(await Simulator.MessagesAsync(bot.Meeting.Person, bot.Meeting.Bot.Id))[^1]!["text"]!);
        Assert.True((bool)(await EditAsync(bot, "editMessageMedia", id, new JsonObject { ["media"] = new JsonObject { ["type"] = "photo", ["media"] = fileId, ["caption"] = "third" } })).Result);
        Assert.Equal("third", (string)(await Simulator.MessagesAsync(bot.Meeting.Person, bot.Meeting.Bot.Id))[^1]!["text"]!);
    }

    [Fact]
    public async Task A_live_location_moves_and_stops()
    {
        var bot = await InlineBot.ArrangeAsync(Server);
        var result = new JsonObject { ["type"] = "location", ["id"] = "l", ["title"] = "here", ["latitude"] = 1, ["longitude"] = 2, ["live_period"] = 600, ["reply_markup"] = Meeting.Buttons("a") };
        var id = (string)(await bot.ChooseAsync(result))["inline_message_id"]!;

        Assert.True((bool)(await EditAsync(bot, "editMessageLiveLocation", id, new JsonObject { ["latitude"] = 3, ["longitude"] = 4 })).Result);
        Assert.True((bool)(await EditAsync(bot, "stopMessageLiveLocation", id, [])).Result);
    }

    [Fact]
    public async Task A_press_names_the_message_by_its_identifier()
    {
        var bot = await InlineBot.ArrangeAsync(Server);
        var id = (string)(await bot.ChooseAsync(InlineBot.Article("1", "press", Meeting.Buttons("a"))))["inline_message_id"]!;
        var message = (int)(await Simulator.MessagesAsync(bot.Meeting.Person, bot.Meeting.Bot.Id))[^1]!["message_id"]!;

        var pressed = Simulator.PostAsync("callbacks", new JsonObject { ["from"] = bot.Meeting.Person.Id, ["chat"] = bot.Meeting.Bot.Id, ["message_id"] = message, ["data"] = "data a" });
        var query = await bot.Meeting.UpdateAsync("callback_query");
        await bot.Meeting.CallAsync("answerCallbackQuery", new JsonObject { ["callback_query_id"] = (string)query["id"]!, ["text"] = "seen" });

        Assert.Equal(id, (string)query["inline_message_id"]!);
        Assert.Null(query["message"]);
        Assert.Equal("seen", (string)(await pressed)["text"]!);
    }

    [Theory]
    [InlineData("editMessageText", """{"text":"x","inline_message_id":"AgAAAAEAAAAAAAAAAgAAAAAAAAA"}""", "MESSAGE_ID_INVALID")]
    [InlineData("editMessageCaption", """{"caption":"x","inline_message_id":"nonsense"}""", "invalid inline message identifier specified")]
    [InlineData("stopMessageLiveLocation", """{"inline_message_id":""}""", "message identifier is not specified")]
    public async Task Unknown_identifiers_are_refused(string operation, string parameters, string error)
    {
        var bot = await Simulator.AddBotAsync();

        (await Api.CallAsync(bot, operation, JsonNode.Parse(parameters)!.AsObject())).Fails(400, "Bad Request: " + error);
    }

    private static Task<Answer> EditAsync(InlineBot bot, string operation, string id, JsonObject parameters)
    {
        parameters["inline_message_id"] = id;
        return bot.Meeting.CallAsync(operation, parameters);
    }
}
