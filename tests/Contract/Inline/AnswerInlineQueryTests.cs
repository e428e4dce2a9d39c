using System.Text.Json.Nodes;
using TelegramRest.Tests.Contract.Harness;
using Xunit;

namespace TelegramRest.Tests.Contract.Inline;

public sealed class AnswerInlineQueryTests(ServerFixture server) : ContractTest(server)
{
    [Fact]
    public async Task What_is_chosen_stands_in_the_chat_and_is_told()
    {
        var bot = await InlineBot.ArrangeAsync(Server);

        var chosen = await bot.ChooseAsync(InlineBot.Article("1", "sent by choice", Meeting.Buttons("a")));

        Assert.Equal("1", (string)chosen["result_id"]!);
        Assert.Equal("something", (string)chosen["query"]!);
        Assert.Equal(bot.Meeting.Person.Id, (long)chosen["from"]!["id"]!);
        Assert.NotEmpty((string)chosen["inline_message_id"]!);
        Assert.Equal("sent by choice", (string)(await Simulator.MessagesAsync(bot.Meeting.Person, bot.Meeting.Bot.Id))[^1]!["text"]!);
    }

    [Fact]
    public async Task The_query_says_who_asks_what_from_where()
    {
        var bot = await InlineBot.ArrangeAsync(Server);

        var (query, offered) = await bot.AskAsync("cats");
        await bot.AnswerAsync(query, new JsonArray(InlineBot.Article("1", "x")), new JsonObject
        {
            ["cache_time"] = 1,
            ["is_personal"] = true,
            ["next_offset"] = "50",
            ["button"] = new JsonObject { ["text"] = "Sign in", ["start_parameter"] = "in" },
        });

        Assert.Equal("cats", (string)query["query"]!);
        Assert.Equal("", (string)query["offset"]!);
        Assert.Equal("sender", (string)query["chat_type"]!);
        Assert.Equal(bot.Meeting.Person.Id, (long)query["from"]!["id"]!);
        Assert.Single((await offered)["results"]!.AsArray());
    }

    [Theory]
    [InlineData("""{"type":"article","id":"1","title":"t","input_message_content":{"latitude":1,"longitude":2}}""")]
    [InlineData("""{"type":"article","id":"1","title":"t","input_message_content":{"latitude":1,"longitude":2,"title":"p","address":"a"}}""")]
    [InlineData("""{"type":"article","id":"1","title":"t","input_message_content":{"phone_number":"+1","first_name":"f"}}""")]
    [InlineData("""{"type":"article","id":"1","title":"t","input_message_content":{"message_text":"see https://example.com","link_preview_options":{"url":"https://example.org","show_above_text":true}}}""")]
    [InlineData("""{"type":"contact","id":"1","phone_number":"+1","first_name":"f","last_name":"l"}""")]
    [InlineData("""{"type":"location","id":"1","latitude":1,"longitude":2,"title":"t","live_period":60}""")]
    [InlineData("""{"type":"venue","id":"1","latitude":1,"longitude":2,"title":"t","address":"a","google_place_id":"g"}""")]
    [InlineData("""{"type":"photo","id":"1","photo_url":"https://example.com/a.jpg","thumbnail_url":"https://example.com/t.jpg","caption":"<b>c</b>","parse_mode":"HTML"}""")]
    [InlineData("""{"type":"gif","id":"1","gif_url":"https://example.com/a.gif","thumbnail_url":"https://example.com/t.jpg","gif_width":10,"gif_height":10}""")]
    [InlineData("""{"type":"mpeg4_gif","id":"1","mpeg4_url":"https://example.com/a.mp4","thumbnail_url":"https://example.com/t.jpg"}""")]
    [InlineData("""{"type":"video","id":"1","video_url":"https://example.com/a.mp4","mime_type":"video/mp4","thumbnail_url":"https://example.com/t.jpg","title":"t"}""")]
    [InlineData("""{"type":"audio","id":"1","audio_url":"https://example.com/a.mp3","title":"t","performer":"p","audio_duration":3}""")]
    [InlineData("""{"type":"voice","id":"1","voice_url":"https://example.com/a.ogg","title":"t"}""")]
    [InlineData("""{"type":"document","id":"1","document_url":"https://example.com/a.pdf","mime_type":"application/pdf","title":"t"}""")]
    public async Task Results_of_all_kinds_are_offered(string result)
    {
        var bot = await InlineBot.ArrangeAsync(Server);
        var (query, offered) = await bot.AskAsync("all");

        Assert.True((bool)(await bot.AnswerAsync(query, new JsonArray(JsonNode.Parse(result)))).Result);

        Assert.Equal("1", (string)(await offered)["results"]![0]!["id"]!);
    }

    [Fact]
    public async Task Known_files_are_offered_by_their_ids()
    {
        var bot = await InlineBot.ArrangeAsync(Server);
        var photo = await bot.Meeting.SendPhotoAsync(bot.Meeting.Person.Id);
        var result = new JsonObject { ["type"] = "photo", ["id"] = "p", ["photo_file_id"] = (string)photo["photo"]![0]!["file_id"]!, ["caption"] = "again" };

        await bot.ChooseAsync(result);

        Assert.Equal("again", (string)(await Simulator.MessagesAsync(bot.Meeting.Person, bot.Meeting.Bot.Id))[^1]!["text"]!);
    }

    [Theory]
    [InlineData("""[{"type":"article","id":"1","title":"t"}]""", "can't parse inline query result: Can't find field \"input_message_content\"")]
    [InlineData("""[{"type":"article","id":"1","title":"t","input_message_content":{}}]""", "can't parse inline query result: Input message content is not specified")]
    [InlineData("""[{"type":"poem","id":"1"}]""", "can't parse inline query result: type \"poem\" is unsupported for the inline query result")]
    [InlineData("[7]", "can't parse inline query result: Inline query result must be an object")]
    [InlineData("{}", "expected an Array of inline query results")]
    [InlineData("""[{"type":"document","id":"1","document_url":"https://example.com/a.txt","mime_type":"text/plain","title":"t"}]""", "unallowed document MIME type")]
    [InlineData("""[{"type":"video","id":"1","video_url":"https://example.com/a.avi","mime_type":"video/avi","thumbnail_url":"https://example.com/t.jpg","title":"t"}]""", "unallowed video MIME type")]
    [InlineData("""[{"type":"sticker","id":"1","sticker_file_id":"a.webp"}]""", "wrong sticker_file_id specified")]
    [InlineData("""[{"type":"contact","id":"1","phone_number":" ","first_name":"f"}]""", "field \"phone_number\" must contain a valid phone number")]
    [InlineData("""[{"type":"contact","id":"1","phone_number":"1","first_name":" "}]""", "field \"first_name\" must be non-empty")]
    [InlineData("""[{"type":"location","id":"1","latitude":91,"longitude":0,"title":"t"}]""", "wrong location specified")]
    [InlineData("""[{"type":"location","id":"1","latitude":1,"longitude":0,"title":"t","live_period":5}]""", "wrong live location period specified")]
    [InlineData("""[{"type":"venue","id":"1","latitude":91,"longitude":0,"title":"t","address":"a"}]""", "wrong venue location specified")]
    [InlineData("""[{"type":"photo","id":"1","photo_file_id":"nonsense"}]""", "wrong remote file identifier specified: can't unserialize it. Wrong last symbol")]
    [InlineData("""[{"type":"article","id":"1","title":"t","input_message_content":{"message_text":"x"},"reply_markup":{"inline_keyboard":[[{"text":"b"}]]}}]""", "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard")]
    [InlineData("""[{"type":"article","id":"1","title":"t","input_message_content":{"title":"t","description":"d","payload":"p","currency":"USD","prices":[]}}]""", "there must be at least one price")]
    public async Task Broken_results_are_named(string results, string error)
    {
        var bot = await Simulator.AddBotAsync();

        (await Api.CallAsync(bot, "answerInlineQuery", new JsonObject { ["inline_query_id"] = "1", ["results"] = results })).Fails(400, "Bad Request: " + error);
    }

    [Theory]
    [InlineData("""{"text":"t"}""", "can't parse inline query results button: InlineQueryResultsButton must have exactly one optional field")]
    [InlineData("7", "can't parse inline query results button: InlineQueryResultsButton must be an Object")]
    [InlineData("{", "can't parse inline query results button JSON object")]
    [InlineData("""{"text":"t","start_parameter":""}""", "can't use empty start_parameter")]
    [InlineData("""{"text":"t","start_parameter":"a b"}""", "unallowed characters in start_parameter are used")]
    [InlineData("""{"text":"t","start_parameter":"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"}""", "too long start_parameter specified")]
    [InlineData("""{"text":"t","web_app":{"url":"http://example.com"}}""", "inline query button Web App URL 'http://example.com' is invalid: Only HTTPS links are allowed")]
    public async Task Broken_buttons_are_named(string button, string error)
    {
        var bot = await Simulator.AddBotAsync();

        (await Api.CallAsync(bot, "answerInlineQuery", new JsonObject { ["inline_query_id"] = "1", ["results"] = "[]", ["button"] = button })).Fails(400, "Bad Request: " + error);
    }

    [Fact]
    public async Task Fifty_one_results_and_unknown_queries_are_refused()
    {
        var bot = await Simulator.AddBotAsync();
        var results = new JsonArray([.. Enumerable.Range(1, 51).Select(number => (JsonNode)InlineBot.Article($"{number}", "x"))]);

        (await Api.CallAsync(bot, "answerInlineQuery", new JsonObject { ["inline_query_id"] = "1", ["results"] = results })).Fails(400, "Bad Request: too many inline query results specified");
        (await Api.CallAsync(bot, "answerInlineQuery", new JsonObject { ["inline_query_id"] = "1", ["results"] = "[]" }))
            .Fails(400, "Bad Request: query is too old and response timeout expired or query ID is invalid");
    }

    [Fact]
    public async Task Two_results_with_one_id_are_refused()
    {
        var bot = await InlineBot.ArrangeAsync(Server);
        var (query, offered) = await bot.AskAsync("twice");

        (await bot.AnswerAsync(query, new JsonArray(InlineBot.Article("1", "a"), InlineBot.Article("1", "b")))).Fails(400, "Bad Request: RESULT_ID_DUPLICATE");

        await bot.AnswerAsync(query, []);
        await offered;
    }
}
