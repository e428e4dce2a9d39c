using System.Text.Json.Nodes;
using TelegramRest.Tests.Contract.Harness;
using Xunit;

namespace TelegramRest.Tests.Contract.Messages;

/// <summary>What Telegram refuses while a message is sent, whatever its kind.</summary>
public sealed class SendRefusalTests(ServerFixture server) : ContractTest(server)
{
    [Theory]
    [InlineData("sendMessage", """{"text":"x"}""")]
    [InlineData("sendDice", "{}")]
    [InlineData("sendPoll", """{"question":"q","options":["a","b"]}""")]
    public async Task Whoever_blocked_the_bot_gets_nothing(string operation, string parameters)
    {
        var meeting = await Meeting.ArrangeAsync(Simulator, Api);
        await Simulator.PostAsync("blocks", new JsonObject { ["from"] = meeting.Person.Id, ["user"] = meeting.Bot.Id });
        var request = JsonNode.Parse(parameters)!.AsObject();
        request["chat_id"] = meeting.Person.Id;

        (await meeting.CallAsync(operation, request)).Fails(403, "Forbidden: bot was blocked by the user");
    }

    [Fact]
    public async Task A_long_flood_wait_is_told_with_its_seconds()
    {
        var meeting = await Meeting.ArrangeAsync(Simulator, Api);
        await FaultAsync(meeting, new JsonObject { ["kind"] = "flood_wait", ["method"] = "messages.sendMedia", ["seconds"] = 77 });

        var answer = await meeting.CallAsync("sendDice", new JsonObject { ["chat_id"] = meeting.Person.Id });

        answer.Fails(429, "Too Many Requests: retry after 77");
        Assert.Equal("77", Assert.Single(answer.Headers.GetValues("Retry-After")));
        Assert.Equal(77, (int)JsonNode.Parse(answer.Body)!["parameters"]!["retry_after"]!);
    }

    [Theory]
    [InlineData("sendMultiMedia", 400, "MEDIA_INVALID", 400, "Bad Request: failed to send message #1 with the error message \"MEDIA_INVALID\"")]
    [InlineData("sendMultiMedia", 403, "CHAT_SEND_PHOTOS_FORBIDDEN", 400, "Bad Request: failed to send message #1 with the error message \"CHAT_SEND_PHOTOS_FORBIDDEN\"")]
    [InlineData("sendMultiMedia", 420, "FLOOD_WAIT_60", 429, "Too Many Requests: retry after 60")]
    [InlineData("uploadMedia", 400, "PHOTO_INVALID_DIMENSIONS", 400, "Bad Request: failed to send message #1 with the error message \"PHOTO_INVALID_DIMENSIONS\"")]
    public async Task A_refused_album_names_the_item(string method, int code, string refusal, int status, string error)
    {
        var meeting = await Meeting.ArrangeAsync(Simulator, Api);
        await FaultAsync(meeting, new JsonObject { ["kind"] = "error", ["method"] = $"messages.{method}", ["code"] = code, ["message"] = refusal });
        var media = new JsonArray([.. Enumerable.Range(0, 2).Select(_ => (JsonNode)new JsonObject { ["type"] = "photo", ["media"] = "attach://a" })]);

        (await meeting.UploadAsync("sendMediaGroup", new JsonObject { ["chat_id"] = meeting.Person.Id, ["media"] = media }, ("a", "a.png", Pictures.Png))).Fails(status, error);
    }

    [Theory]
    [InlineData(400, "MEDIA_EMPTY", "sendPoll", 400, "Bad Request: wrong poll data specified")]
    [InlineData(400, "MEDIA_EMPTY", "sendContact", 400, "Bad Request: wrong phone number specified")]
    [InlineData(400, "MEDIA_EMPTY", "sendGame", 400, "Bad Request: wrong game short name specified")]
    [InlineData(400, "MEDIA_EMPTY", "sendDice", 400, "Bad Request: wrong file identifier/HTTP URL specified")]
    [InlineData(400, "PEER_ID_INVALID", "sendDice", 403, "Forbidden: bot can't initiate conversation with a user")]
    [InlineData(400, "USER_IS_BOT", "sendDice", 403, "Forbidden: the bot can't send messages to the bot")]
    [InlineData(400, "INPUT_USER_DEACTIVATED", "sendDice", 403, "Forbidden: user is deactivated")]
    [InlineData(400, "REPLY_MARKUP_TOO_LONG", "sendDice", 400, "Bad Request: reply markup is too long")]
    [InlineData(403, "CHAT_WRITE_FORBIDDEN", "sendDice", 400, "Bad Request: CHAT_WRITE_FORBIDDEN")]
    [InlineData(400, "EXTENDED_MEDIA_INVALID", "sendDice", 400, "Bad Request: invalid paid media file specified")]
    public async Task Each_refusal_has_its_words(int code, string refusal, string operation, int status, string error)
    {
        var meeting = await Meeting.ArrangeAsync(Simulator, Api);
        await FaultAsync(meeting, new JsonObject { ["kind"] = "error", ["method"] = "messages.sendMedia", ["code"] = code, ["message"] = refusal });

        (await meeting.CallAsync(operation, new JsonObject
        {
            ["chat_id"] = meeting.Person.Id,
            ["question"] = "q",
            ["options"] = new JsonArray("a", "b"),
            ["phone_number"] = "1",
            ["first_name"] = "a",
            ["game_short_name"] = "g",
        })).Fails(status, error);
    }

    [Theory]
    [InlineData("sendDice")]
    [InlineData("forwardMessage")]
    [InlineData("copyMessages")]
    public async Task A_group_that_has_moved_says_where_to(string operation)
    {
        var meeting = await Meeting.ArrangeAsync(Simulator, Api);
        var message = await meeting.SayAsync(meeting.Person.Id, "hello");
        var group = await meeting.ChatAsync("group");
        var upgraded = (long)(await Simulator.PostAsync($"chats/{group}/upgrade", []))["id"]!;
        await meeting.CallAsync("getChat", new JsonObject { ["chat_id"] = group });

        var answer = await meeting.CallAsync(operation, new JsonObject
        {
            ["chat_id"] = group,
            ["from_chat_id"] = meeting.Person.Id,
            ["message_id"] = message,
            ["message_ids"] = new JsonArray(message),
        });

        answer.Fails(400, "Bad Request: group chat was upgraded to a supergroup chat");
        Assert.Equal(upgraded, (long)JsonNode.Parse(answer.Body)!["parameters"]!["migrate_to_chat_id"]!);
    }

    private Task<JsonObject> FaultAsync(Meeting meeting, JsonObject fault)
    {
        fault["user_id"] = meeting.Bot.Id;
        return Simulator.PostAsync("faults", fault);
    }
}
