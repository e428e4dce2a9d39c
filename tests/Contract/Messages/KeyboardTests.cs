using System.Text.Json.Nodes;
using TelegramRest.Tests.Contract.Harness;
using Xunit;

namespace TelegramRest.Tests.Contract.Messages;

/// <summary>What every sending operation does with reply_markup, shown with sendMessage.</summary>
public sealed class KeyboardTests(ServerFixture server) : ContractTest(server)
{
    [Theory]
    [InlineData("private")]
    [InlineData("group")]
    [InlineData("supergroup")]
    [InlineData("channel")]
    public async Task Inline_buttons_come_back_as_they_are(string kind)
    {
        var markup = """{"inline_keyboard":[[{"text":"a","callback_data":"1"},{"text":"b","url":"https://example.com/"}],[{"text":"c","copy_text":{"text":"copied"}}]]}""";

        var message = (await SendAsync(kind, markup)).Result;

        Assert.Equal(markup, message["reply_markup"]!.ToJsonString());
    }

    [Theory]
    [InlineData("""{"keyboard":[["one",{"text":"two"}],[{"text":"phone","request_contact":true}]],"resize_keyboard":true,"one_time_keyboard":true,"input_field_placeholder":"say"}""")]
    [InlineData("""{"remove_keyboard":true}""")]
    [InlineData("""{"force_reply":true,"input_field_placeholder":"say"}""")]
    [InlineData("""{}""")]
    public async Task What_changes_the_persons_keyboard_is_not_shown_in_the_message(string markup)
    {
        Assert.Null((await SendAsync("private", markup)).Result["reply_markup"]);
    }

    [Fact]
    public async Task The_first_purpose_of_a_button_counts()
    {
        var message = (await SendAsync("private", """{"inline_keyboard":[[{"text":"a","callback_data":"1","url":"example.com"},{"text":"b","switch_inline_query":"q","callback_data":"2"}]]}""")).Result;

        Assert.Equal("""[[{"text":"a","url":"http://example.com/"},{"text":"b","callback_data":"2"}]]""", message["reply_markup"]!["inline_keyboard"]!.ToJsonString());
    }

    [Theory]
    [InlineData("private", "{", "can't parse reply keyboard markup JSON object")]
    [InlineData("private", "[]", "object expected as reply markup")]
    [InlineData("private", """{"keyboard":7}""", "field \"keyboard\" must be of type Array")]
    [InlineData("private", """{"keyboard":["a"]}""", "field \"keyboard\" must be an Array of Arrays")]
    [InlineData("private", """{"keyboard":[[7]]}""", "can't parse keyboard button: KeyboardButton must be a String or an Object")]
    [InlineData("private", """{"inline_keyboard":7}""", "field \"inline_keyboard\" must be of type Array")]
    [InlineData("private", """{"inline_keyboard":["a"]}""", "field \"inline_keyboard\" of the InlineKeyboardMarkup must be an Array of Arrays")]
    [InlineData("private", """{"inline_keyboard":[["a"]]}""", "can't parse inline keyboard button: InlineKeyboardButton must be an Object")]
    [InlineData("private", """{"inline_keyboard":[[{"text":"a"}]]}""", "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard")]
    [InlineData("private", """{"inline_keyboard":[[{"text":"a","url":"ht!tp://x"}]]}""", "inline keyboard button URL 'ht!tp://x' is invalid: Unsupported URL protocol")]
    [InlineData("private", """{"inline_keyboard":[[{"text":"a","login_url":{"url":"https://example.com","bot_username":"nobody_bot"}}]]}""", "bot \"nobody_bot\" not found")]
    [InlineData("group", """{"keyboard":[[{"text":"a","request_contact":true}]]}""", "phone number can be requested in private chats only")]
    [InlineData("group", """{"keyboard":[[{"text":"a","request_location":true}]]}""", "location can be requested in private chats only")]
    [InlineData("supergroup", """{"keyboard":[[{"text":"a","request_poll":{}}]]}""", "poll can be requested in private chats only")]
    [InlineData("supergroup", """{"keyboard":[[{"text":"a","web_app":{"url":"https://example.com"}}]]}""", "web App buttons can be used in private chats only")]
    [InlineData("channel", """{"keyboard":[["a"]]}""", "inline keyboard expected")]
    [InlineData("channel", """{"force_reply":true}""", "inline keyboard expected")]
    public async Task Wrong_markup_is_refused_before_anything_is_sent(string kind, string markup, string error)
    {
        (await SendAsync(kind, markup)).Fails(400, "Bad Request: " + error);
    }

    private async Task<Answer> SendAsync(string kind, string markup)
    {
        var meeting = await Meeting.ArrangeAsync(Simulator, Api);
        return await meeting.CallAsync("sendMessage", new JsonObject { ["chat_id"] = await meeting.ChatAsync(kind), ["text"] = "k", ["reply_markup"] = markup });
    }
}
