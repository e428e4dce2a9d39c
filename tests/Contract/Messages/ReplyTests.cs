using System.Text.Json.Nodes;
using TelegramRest.Tests.Contract.Harness;
using Xunit;

namespace TelegramRest.Tests.Contract.Messages;

/// <summary>What every sending operation does with reply_parameters and their former spelling, shown with sendMessage.</summary>
public sealed class ReplyTests(ServerFixture server) : ContractTest(server)
{
    [Theory]
    [InlineData("private")]
    [InlineData("group")]
    [InlineData("supergroup")]
    [InlineData("channel")]
    public async Task A_reply_shows_what_it_answers(string kind)
    {
        var meeting = await Meeting.ArrangeAsync(Simulator, Api);
        var chat = await meeting.ChatAsync(kind);
        var first = await meeting.SayAsync(chat, "first");

        var reply = (await SendAsync(meeting, chat, new JsonObject { ["message_id"] = first })).Result;

        Assert.Equal(first, (int)reply["reply_to_message"]!["message_id"]!);
        Assert.Equal("first", (string)reply["reply_to_message"]!["text"]!);
    }

    [Fact]
    public async Task The_former_spelling_counts_where_there_are_no_reply_parameters()
    {
        var meeting = await Meeting.ArrangeAsync(Simulator, Api);
        var chat = meeting.Person.Id;
        var first = await meeting.SayAsync(chat, "first");
        var second = await meeting.SayAsync(chat, "second");

        var former = (await meeting.CallAsync("sendMessage", new JsonObject { ["chat_id"] = chat, ["text"] = "r", ["reply_to_message_id"] = first })).Result;
        var both = (await meeting.CallAsync("sendMessage", new JsonObject
        {
            ["chat_id"] = chat,
            ["text"] = "r",
            ["reply_to_message_id"] = first,
            ["reply_parameters"] = new JsonObject { ["message_id"] = second },
        })).Result;

        Assert.Equal(first, (int)former["reply_to_message"]!["message_id"]!);
        Assert.Equal(second, (int)both["reply_to_message"]!["message_id"]!);
    }

    [Fact]
    public async Task A_quote_keeps_its_place_and_formatting()
    {
        var meeting = await Meeting.ArrangeAsync(Simulator, Api);
        var chat = meeting.Person.Id;
        var first = await meeting.SayAsync(chat, "one two three");

        var reply = (await SendAsync(meeting, chat, new JsonObject { ["message_id"] = first, ["quote"] = "<b>two</b>", ["quote_parse_mode"] = "HTML", ["quote_position"] = 4 })).Result;

        Assert.Equal("""{"text":"two","entities":[{"type":"bold","offset":0,"length":3}],"position":4,"is_manual":true}""", reply["quote"]!.ToJsonString());
        (await SendAsync(meeting, chat, new JsonObject { ["message_id"] = first, ["quote"] = "four" })).Fails(400, "Bad Request: QUOTE_TEXT_INVALID");
    }

    [Fact]
    public async Task A_message_that_is_not_there_cannot_be_answered_unless_nobody_minds()
    {
        var meeting = await Meeting.ArrangeAsync(Simulator, Api);
        var chat = meeting.Person.Id;

        (await SendAsync(meeting, chat, new JsonObject { ["message_id"] = 4711 })).Fails(400, "Bad Request: message to be replied not found");
        var alone = (await SendAsync(meeting, chat, new JsonObject { ["message_id"] = 4711, ["allow_sending_without_reply"] = true })).Result;
        var former = (await meeting.CallAsync(
            "sendMessage",
            new JsonObject { ["chat_id"] = chat, ["text"] = "r", ["reply_to_message_id"] = 4711, ["allow_sending_without_reply"] = true })).Result;

        Assert.Null(alone["reply_to_message"]);
        Assert.Null(former["reply_to_message"]);
    }

    [Fact]
    public async Task A_message_of_another_chat_is_shown_from_outside()
    {
        var meeting = await Meeting.ArrangeAsync(Simulator, Api);
        var channel = await meeting.ChatAsync("channel");
        var post = await meeting.SayAsync(channel, "news");

        var reply = (await SendAsync(meeting, await meeting.ChatAsync("supergroup"), new JsonObject { ["message_id"] = post, ["chat_id"] = channel, ["quote"] = "news" })).Result;

        Assert.Null(reply["reply_to_message"]);
        Assert.Equal("channel", (string)reply["external_reply"]!["origin"]!["type"]!);
        Assert.Equal(channel, (long)reply["external_reply"]!["chat"]!["id"]!);
        Assert.Equal(post, (int)reply["external_reply"]!["message_id"]!);
        Assert.Equal("news", (string)reply["quote"]!["text"]!);
    }

    [Fact]
    public async Task A_chat_named_like_the_target_is_the_same_chat()
    {
        var meeting = await Meeting.ArrangeAsync(Simulator, Api);
        var first = await meeting.SayAsync(meeting.Person.Id, "first");

        var reply = (await SendAsync(meeting, meeting.Person.Id, new JsonObject { ["message_id"] = first, ["chat_id"] = meeting.Person.Id })).Result;

        Assert.Equal(first, (int)reply["reply_to_message"]!["message_id"]!);
    }

    private static Task<Answer> SendAsync(Meeting meeting, long chat, JsonObject reply) =>
        meeting.CallAsync("sendMessage", new JsonObject { ["chat_id"] = chat, ["text"] = "r", ["reply_parameters"] = reply });
}
