using System.Text.Json.Nodes;
using TelegramRest.Tests.Contract.Harness;
using Xunit;

namespace TelegramRest.Tests.Contract.Messages;

public sealed class SendMessageTests(ServerFixture server) : ContractTest(server)
{
    [Fact]
    public async Task A_private_message_comes_from_the_bot()
    {
        var meeting = await Meeting.ArrangeAsync(Simulator, Api);

        var message = (await SendAsync(meeting, "private", new JsonObject { ["text"] = "hi" })).Result;

        Assert.True((int)message["message_id"]! > 0);
        Assert.Equal(meeting.Bot.Id, (long)message["from"]!["id"]!);
        Assert.True((bool)message["from"]!["is_bot"]!);
        Assert.Equal(meeting.Person.Id, (long)message["chat"]!["id"]!);
        Assert.Equal("private", (string)message["chat"]!["type"]!);
        Assert.Equal("hi", (string)message["text"]!);
        Assert.Equal("hi", (string)(await Simulator.MessagesAsync(meeting.Person, meeting.Bot.Id))[^1]!["text"]!);
    }

    [Theory]
    [InlineData("group")]
    [InlineData("supergroup")]
    public async Task A_groups_message_comes_from_the_bot(string kind)
    {
        var meeting = await Meeting.ArrangeAsync(Simulator, Api);

        var message = (await SendAsync(meeting, kind, new JsonObject { ["text"] = "hi" })).Result;

        Assert.Equal(meeting.Bot.Id, (long)message["from"]!["id"]!);
        Assert.Equal(kind, (string)message["chat"]!["type"]!);
        Assert.Equal($"A {kind}", (string)message["chat"]!["title"]!);
        Assert.True((long)message["chat"]!["id"]! < 0);
    }

    [Fact]
    public async Task A_channels_post_comes_from_the_channel()
    {
        var meeting = await Meeting.ArrangeAsync(Simulator, Api);

        var message = (await SendAsync(meeting, "channel", new JsonObject { ["text"] = "hi" })).Result;

        Assert.Null(message["from"]);
        Assert.Equal((long)message["chat"]!["id"]!, (long)message["sender_chat"]!["id"]!);
        Assert.Equal("channel", (string)message["chat"]!["type"]!);
    }

    [Theory]
    [InlineData(Style.Json)]
    [InlineData(Style.Query)]
    [InlineData(Style.UrlEncoded)]
    [InlineData(Style.UrlEncodedGet)]
    [InlineData(Style.Multipart)]
    public async Task Every_way_of_passing_parameters_says_the_same(Style style)
    {
        var meeting = await Meeting.ArrangeAsync(Simulator, Api);
        var parameters = new JsonObject
        {
            ["chat_id"] = meeting.Person.Id,
            ["text"] = "<b>ä</b> & 1+1",
            ["entities"] = new JsonArray(new JsonObject { ["type"] = "italic", ["offset"] = 3, ["length"] = 1 }),
            ["reply_markup"] = Meeting.Buttons("press"),
            ["protect_content"] = true,
        };

        var message = (await Api.CallAsync(meeting.Bot, "sendMessage", style, parameters)).Result;

        Assert.Equal("<b>ä</b> & 1+1", (string)message["text"]!);
        Assert.Equal("""[{"type":"italic","offset":3,"length":1}]""", message["entities"]!.ToJsonString());
        Assert.Equal("data press", (string)message["reply_markup"]!["inline_keyboard"]![0]![0]!["callback_data"]!);
        Assert.True((bool)message["has_protected_content"]!);
    }

    [Theory]
    [InlineData("Markdown", "*bold* _italic_ `code` [link](https://example.com/)")]
    [InlineData("MarkdownV2", "*bold* _italic_ `code` [link](https://example.com/)")]
    [InlineData("html", "<b>bold</b> <i>italic</i> <code>code</code> <a href=\"https://example.com\">link</a>")]
    public async Task Markup_becomes_entities(string mode, string text)
    {
        var meeting = await Meeting.ArrangeAsync(Simulator, Api);

        var message = (await SendAsync(meeting, "private", new JsonObject { ["text"] = text, ["parse_mode"] = mode })).Result;

        Assert.Equal("bold italic code link", (string)message["text"]!);
        Assert.Equal(
            """[{"type":"bold","offset":0,"length":4},{"type":"italic","offset":5,"length":6},{"type":"code","offset":12,"length":4},{"type":"text_link","offset":17,"length":4,"url":"https://example.com/"}]""",
            message["entities"]!.ToJsonString());
    }

    [Fact]
    public async Task A_mention_by_number_reaches_those_whom_the_bot_knows()
    {
        var meeting = await Meeting.ArrangeAsync(Simulator, Api);
        var stranger = await Simulator.AddPersonAsync();

        var text = $"[friend](tg://user?id={meeting.Person.Id}) [stranger](tg://user?id={stranger.Id})";
        var message = (await SendAsync(meeting, "private", new JsonObject { ["text"] = text, ["parse_mode"] = "MarkdownV2" })).Result;

        var mention = Assert.Single(message["entities"]!.AsArray())!;
        Assert.Equal("text_mention", (string)mention["type"]!);
        Assert.Equal(meeting.Person.Id, (long)mention["user"]!["id"]!);
    }

    [Fact]
    public async Task Link_preview_options_say_which_link_and_where()
    {
        var meeting = await Meeting.ArrangeAsync(Simulator, Api);
        var options = new JsonObject { ["url"] = "https://example.org/", ["prefer_large_media"] = true, ["show_above_text"] = true };

        var message = (await SendAsync(meeting, "private", new JsonObject { ["text"] = "see https://example.com", ["link_preview_options"] = options })).Result;

        Assert.Equal("see https://example.com", (string)message["text"]!);
        Assert.Equal("""{"url":"https://example.org/","prefer_large_media":true,"show_above_text":true}""", message["link_preview_options"]!.ToJsonString());
    }

    [Theory]
    [InlineData("""{"link_preview_options":{"is_disabled":true}}""")]
    [InlineData("""{"disable_web_page_preview":true}""")]
    public async Task A_preview_can_be_switched_off(string options)
    {
        var meeting = await Meeting.ArrangeAsync(Simulator, Api);
        var parameters = JsonNode.Parse(options)!.AsObject();
        parameters["text"] = "see https://example.com";

        var message = (await SendAsync(meeting, "private", parameters)).Result;

        Assert.Equal("""{"is_disabled":true}""", message["link_preview_options"]!.ToJsonString());
    }

    [Theory]
    [InlineData("", "message text is empty")]
    [InlineData(" \n ", "text must be non-empty")]
    [InlineData("4097", "message is too long")]
    [InlineData("40000", "text is too long")]
    public async Task A_text_has_to_be_seen_and_fit(string text, string error)
    {
        var meeting = await Meeting.ArrangeAsync(Simulator, Api);
        if (int.TryParse(text, out var length))
            text = new string('x', length);

        (await SendAsync(meeting, "private", new JsonObject { ["text"] = text })).Fails(400, "Bad Request: " + error);
    }

    [Theory]
    [InlineData("latex", "x", "unsupported parse_mode")]
    [InlineData("MarkdownV2", "*x", "can't parse entities: Can't find end of Bold entity at byte offset 0")]
    [InlineData("MarkdownV2", "a.", "can't parse entities: Character '.' is reserved and must be escaped with the preceding '\\'")]
    [InlineData("Markdown", "ä _x", "can't parse entities: Can't find end of the entity starting at byte offset 3")]
    [InlineData("HTML", "<b>x", "can't parse entities: Can't find end tag corresponding to start tag \"b\"")]
    [InlineData("HTML", "<x>", "can't parse entities: Unsupported start tag \"x\" at byte offset 0")]
    public async Task Broken_markup_is_told_where(string mode, string text, string error)
    {
        var meeting = await Meeting.ArrangeAsync(Simulator, Api);

        (await SendAsync(meeting, "private", new JsonObject { ["text"] = text, ["parse_mode"] = mode })).Fails(400, "Bad Request: " + error);
    }

    [Theory]
    [InlineData("""{"text":"x"}""", "chat_id is empty")]
    [InlineData("""{"text":"x","chat_id":"nobody"}""", "chat not found")]
    [InlineData("""{"text":"x","chat_id":"@nobody_by_this_name"}""", "chat not found")]
    [InlineData("""{"text":"x","chat_id":-12345}""", "chat not found")]
    [InlineData("""{"text":"x","chat_id":4503599627370496}""", "chat not found")]
    [InlineData("""{"text":"x","chat_id":"1","entities":[{"type":"bold"}]}""", "can't parse MessageEntity: Can't find field \"offset\"")]
    [InlineData("""{"text":"x","chat_id":"1","entities":[{"type":"dim","offset":0,"length":1}]}""", "can't parse MessageEntity: Unsupported type specified")]
    [InlineData("""{"text":"x","chat_id":"1","link_preview_options":"{"}""", "can't parse link preview options JSON object")]
    [InlineData("""{"text":"x","chat_id":"1","link_preview_options":"[]"}""", "object expected as link preview options")]
    [InlineData("""{"text":"x","chat_id":"1","reply_parameters":"{"}""", "can't parse reply parameters JSON object")]
    [InlineData("""{"text":"x","chat_id":"1","suggested_post_parameters":"7"}""", "object expected as suggested post parameters")]
    [InlineData("""{"text":"x","chat_id":"1","business_connection_id":"none"}""", "business connection not found")]
    public async Task Wrong_parameters_are_named(string parameters, string error)
    {
        var bot = await Simulator.AddBotAsync();

        (await Api.CallAsync(bot, "sendMessage", JsonNode.Parse(parameters)!.AsObject())).Fails(400, "Bad Request: " + error);
    }

    [Fact]
    public async Task A_person_is_not_reached_by_name()
    {
        var meeting = await Meeting.ArrangeAsync(Simulator, Api);

        (await meeting.CallAsync("sendMessage", new JsonObject { ["chat_id"] = "@" + meeting.Person.Username, ["text"] = "x" })).Fails(400, "Bad Request: chat not found");
    }

    [Fact]
    public async Task Somebody_who_never_wrote_is_not_found()
    {
        var bot = await Simulator.AddBotAsync();
        var stranger = await Simulator.AddPersonAsync();

        (await Api.CallAsync(bot, "sendMessage", new JsonObject { ["chat_id"] = stranger.Id, ["text"] = "x" })).Fails(400, "Bad Request: chat not found");
    }

    [Theory]
    [InlineData("supergroup", "kicked", 403, "Forbidden: bot was kicked from the supergroup chat")]
    [InlineData("supergroup", "left", 403, "Forbidden: bot is not a member of the supergroup chat")]
    [InlineData("channel", "kicked", 403, "Forbidden: bot was kicked from the channel chat")]
    [InlineData("group", "kicked", 403, "Forbidden: bot was kicked from the group chat")]
    public async Task A_chat_that_the_bot_left_is_forbidden(string kind, string status, int code, string error)
    {
        var meeting = await Meeting.ArrangeAsync(Simulator, Api);
        var chat = await meeting.ChatAsync(kind);
        await meeting.SayAsync(chat, "while inside");

        await meeting.SetMemberAsync(chat, meeting.Bot.Id, status);

        (await meeting.CallAsync("sendMessage", new JsonObject { ["chat_id"] = chat, ["text"] = "x" })).Fails(code, error);
    }

    [Fact]
    public async Task A_channel_is_written_to_by_its_administrators()
    {
        var meeting = await Meeting.ArrangeAsync(Simulator, Api);
        var chat = await meeting.ChatAsync("channel");
        await meeting.SayAsync(chat, "as administrator");
        await meeting.SetMemberAsync(chat, meeting.Bot.Id, "member");
        await UntilDemotedAsync(meeting, chat);

        (await meeting.CallAsync("sendMessage", new JsonObject { ["chat_id"] = chat, ["text"] = "x" })).Fails(400, "Bad Request: need administrator rights in the channel chat");
    }

    [Fact]
    public async Task A_person_writes_with_the_same_call()
    {
        var person = await Simulator.AddPersonAsync();
        var friend = await Simulator.AddPersonAsync();
        var chat = await Simulator.AddChatAsync("supergroup", friend, person.Id);
        var account = await Server.LogInAsync(person);

        var message = (await Api.CallAsync(account, "sendMessage", new JsonObject { ["chat_id"] = chat, ["text"] = "*hi*", ["parse_mode"] = "MarkdownV2" })).Result;

        Assert.Equal(person.Id, (long)message["from"]!["id"]!);
        Assert.Equal("bold", (string)message["entities"]![0]!["type"]!);
        (await Api.CallAsync(account, "sendMessage", new JsonObject { ["chat_id"] = chat, ["text"] = "x", ["reply_markup"] = Meeting.Buttons("a") }))
            .Fails(400, "Bad Request: Method Not Allowed: reply markup not available as user.");
    }

    private static async Task UntilDemotedAsync(Meeting meeting, long chat)
    {
        var offset = 0;
        while (true)
        {
            foreach (var update in (await meeting.CallAsync("getUpdates", new JsonObject { ["timeout"] = 20, ["offset"] = offset })).Result.AsArray())
            {
                if ((long?)update!["my_chat_member"]?["chat"]!["id"] == chat && (string)update["my_chat_member"]!["old_chat_member"]!["status"]! == "administrator")
                    return;
                offset = (int)update["update_id"]! + 1;
            }
        }
    }

    private static async Task<Answer> SendAsync(Meeting meeting, string kind, JsonObject parameters)
    {
        parameters["chat_id"] = await meeting.ChatAsync(kind);
        return await meeting.CallAsync("sendMessage", parameters);
    }
}
