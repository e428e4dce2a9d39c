using System.Text.Json.Nodes;
using TelegramRest.Tests.Contract.Harness;
using Xunit;

namespace TelegramRest.Tests.Contract.Messages;

public sealed class CopyMessageTests(ServerFixture server) : ContractTest(server)
{
    [Theory]
    [InlineData("private")]
    [InlineData("group")]
    [InlineData("supergroup")]
    [InlineData("channel")]
    public async Task A_copy_names_nobody_and_answers_its_id_alone(string kind)
    {
        var meeting = await Meeting.ArrangeAsync(Simulator, Api);
        var source = await meeting.ChatAsync("supergroup");
        var original = await meeting.SayAsync(source, "news for all");
        var target = await meeting.ChatAsync(kind);

        var answer = (await CopyAsync(meeting, target, source, original)).Result;

        Assert.Equal($$"""{"message_id":{{(int)answer["message_id"]!}}}""", answer.ToJsonString());
        var copy = (await Simulator.MessagesAsync(meeting.Person, meeting.Theirs(target)))[^1]!;
        Assert.Equal("news for all", (string)copy["text"]!);
        Assert.Null(copy["forward_from"]);
    }

    [Fact]
    public async Task A_caption_is_kept_replaced_or_taken_away()
    {
        var meeting = await Meeting.ArrangeAsync(Simulator, Api);
        var chat = meeting.Person.Id;
        var photo = (int)(await meeting.SendPhotoAsync(chat, "old"))["message_id"]!;

        Assert.Equal("old", (string?)(await ShowAsync(meeting, await CopyAsync(meeting, chat, chat, photo)))["caption"]);
        Assert.Equal("new", (string?)(await ShowAsync(meeting, await CopyAsync(meeting, chat, chat, photo, new JsonObject { ["caption"] = "new" })))["caption"]);
        Assert.Null((await ShowAsync(meeting, await CopyAsync(meeting, chat, chat, photo, new JsonObject { ["caption"] = "" })))["caption"]);
    }

    [Fact]
    public async Task A_copy_takes_buttons_and_answers_a_message()
    {
        var meeting = await Meeting.ArrangeAsync(Simulator, Api);
        var chat = meeting.Person.Id;
        var photo = (int)(await meeting.SendPhotoAsync(chat, "old"))["message_id"]!;
        var first = await meeting.SayAsync(chat, "first");
        var more = new JsonObject { ["reply_markup"] = Meeting.Buttons("press"), ["reply_parameters"] = new JsonObject { ["message_id"] = first } };

        var copy = await ShowAsync(meeting, await CopyAsync(meeting, chat, chat, photo, more));

        Assert.NotNull(copy["photo"]);
        Assert.Equal("old", (string)copy["caption"]!);
        Assert.Equal("press", (string)copy["reply_markup"]!["inline_keyboard"]![0]![0]!["text"]!);
        var seen = (await Simulator.MessagesAsync(meeting.Person, meeting.Bot.Id))[^2]!;
        Assert.Equal("first", (string)(await Simulator.MessagesAsync(meeting.Person, meeting.Bot.Id)).Single(message => (int)message!["message_id"]! == (int)seen["reply_to_message_id"]!)!["text"]!);
    }

    [Theory]
    [InlineData("sendLocation", """{"latitude":1,"longitude":2}""", "location")]
    [InlineData("sendVenue", """{"latitude":1,"longitude":2,"title":"t","address":"a"}""", "venue")]
    [InlineData("sendContact", """{"phone_number":"1","first_name":"a"}""", "contact")]
    [InlineData("sendPoll", """{"question":"q","options":["a","b"]}""", "poll")]
    [InlineData("sendPoll", """{"question":"q","options":["a","b"],"type":"quiz","correct_option_id":0}""", "poll")]
    [InlineData("sendDice", "{}", "dice")]
    public async Task Every_kind_is_copied_with_a_keyboard_and_without(string operation, string parameters, string kind)
    {
        var meeting = await Meeting.ArrangeAsync(Simulator, Api);
        var chat = meeting.Person.Id;
        var request = JsonNode.Parse(parameters)!.AsObject();
        request["chat_id"] = chat;
        var original = (int)(await meeting.CallAsync(operation, request)).Result["message_id"]!;

        Assert.NotNull((await ShowAsync(meeting, await CopyAsync(meeting, chat, chat, original)))[kind]);
        Assert.NotNull((await ShowAsync(meeting, await CopyAsync(meeting, chat, chat, original, new JsonObject { ["reply_markup"] = Meeting.Buttons("b") })))[kind]);
    }

    [Fact]
    public async Task What_cannot_be_copied_is_told()
    {
        var meeting = await Meeting.ArrangeAsync(Simulator, Api);
        var chat = meeting.Person.Id;
        var group = await meeting.ChatAsync("group");

        (await CopyAsync(meeting, group, chat, 4711)).Fails(400, "Bad Request: message to copy not found");
        (await CopyAsync(meeting, group, -5, 1)).Fails(400, "Bad Request: chat not found");
        (await meeting.CallAsync("copyMessage", new JsonObject { ["chat_id"] = group, ["message_id"] = 1 })).Fails(400, "Bad Request: parameter \"from_chat_id\" is required");
        (await CopyAsync(meeting, group, chat, await meeting.SayAsync(chat, "x"), new JsonObject { ["caption"] = new string('x', 1025) })).Fails(400, "Bad Request: message caption is too long");
    }

    /// <summary>The bot sees its own message again in what answers it.</summary>
    private static async Task<JsonNode> ShowAsync(Meeting meeting, Answer copied)
    {
        var answered = new JsonObject { ["chat_id"] = meeting.Person.Id, ["text"] = "look", ["reply_parameters"] = new JsonObject { ["message_id"] = (int)copied.Result["message_id"]! } };
        var shown = (await meeting.CallAsync("sendMessage", answered)).Result["reply_to_message"]!;
        return shown;
    }

    private static Task<Answer> CopyAsync(Meeting meeting, long target, long source, int message, JsonObject? more = null)
    {
        var parameters = more ?? [];
        (parameters["chat_id"], parameters["from_chat_id"], parameters["message_id"]) = (target, source, message);
        return meeting.CallAsync("copyMessage", parameters);
    }
}
