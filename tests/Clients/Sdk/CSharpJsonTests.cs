using System.Text.Json;
using TelegramRest.Client;
using TelegramRest.Client.Json;

namespace TelegramRest.Tests.Clients.Sdk;

/// <summary>How the C# library reads and writes what OpenAPI has no word for.</summary>
public sealed class CSharpJsonTests
{
    [Theory]
    [InlineData("\"plain\"", typeof(RichTextPlain))]
    [InlineData("""["plain",{"type":"bold","text":"fat"}]""", typeof(RichTextSequence))]
    [InlineData("""{"text":["a",{"type":"italic","text":"b"}],"type":"bold"}""", typeof(RichTextBold))]
    public void Text_with_structure_is_read_as_the_case_it_is(string json, Type expected)
    {
        var text = JsonSerializer.Deserialize<RichText>(json, TelegramJson.Options);

        Assert.IsType(expected, text);
        Assert.True(JsonElement.DeepEquals(JsonDocument.Parse(json).RootElement, JsonSerializer.SerializeToElement(text, TelegramJson.Options)));
    }

    [Fact]
    public void A_case_is_found_by_a_member_that_only_it_has_before_its_type()
    {
        const string Cached = """{"type":"photo","id":"1","photo_file_id":"abc"}""";
        const string Fetched = """{"type":"photo","id":"1","photo_url":"https://example.org/a.jpg","thumbnail_url":"https://example.org/b.jpg"}""";

        Assert.IsType<InlineQueryResultCachedPhoto>(JsonSerializer.Deserialize<InlineQueryResult>(Cached, TelegramJson.Options));
        Assert.IsType<InlineQueryResultPhoto>(JsonSerializer.Deserialize<InlineQueryResult>(Fetched, TelegramJson.Options));
    }

    [Fact]
    public void A_message_that_is_gone_is_told_by_its_date()
    {
        const string Chat = """{"id":5,"type":"private","first_name":"Ada"}""";

        Assert.IsType<InaccessibleMessage>(JsonSerializer.Deserialize<MaybeInaccessibleMessage>($$"""{"message_id":1,"date":0,"chat":{{Chat}}}""", TelegramJson.Options));
        Assert.IsType<Message>(JsonSerializer.Deserialize<MaybeInaccessibleMessage>($$"""{"message_id":1,"date":7,"chat":{{Chat}}}""", TelegramJson.Options));
    }

    [Fact]
    public void True_or_a_message_is_either()
    {
        Assert.Null(JsonSerializer.Deserialize<MessageOrTrue>("true", TelegramJson.Options)!.Value);
        Assert.Equal(1, JsonSerializer.Deserialize<MessageOrTrue>("""{"message_id":1,"date":7,"chat":{"id":5,"type":"private"}}""", TelegramJson.Options)!.Value!.MessageId);
    }

    [Fact]
    public void An_update_of_an_unknown_kind_is_still_an_update()
    {
        var update = JsonSerializer.Deserialize<Update>("""{"update_id":9,"from_the_future":{"a":1}}""", TelegramJson.Options);

        Assert.Equal(9, Assert.IsType<OtherUpdate>(update).UpdateId);
    }

    [Fact]
    public void An_unknown_case_of_another_union_is_an_error_that_names_it()
    {
        var error = Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<ChatMember>("""{"status":"emperor"}""", TelegramJson.Options));

        Assert.StartsWith("This is no case of ChatMember that this version of the library knows.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_chat_is_a_number_or_a_text()
    {
        ChatId[] chats = [-1005, "@channel"];

        Assert.Equal("""[-1005,"@channel"]""", JsonSerializer.Serialize(chats, TelegramJson.Options));
        Assert.Equal(chats, JsonSerializer.Deserialize<ChatId[]>("""[-1005,"@channel"]""", TelegramJson.Options));
    }

    [Fact]
    public void What_is_not_given_is_not_written()
    {
        var request = new SendMessageRequest { ChatId = 5, Text = "hi", ReplyMarkup = new ForceReply { ForceReplyValue = true, Selective = false } };

        Assert.Equal("""{"chat_id":5,"text":"hi","reply_markup":{"force_reply":true,"selective":false}}""", JsonSerializer.Serialize(request, TelegramJson.Options));
    }

    [Fact]
    public void A_file_is_uploaded_by_a_call_only()
    {
        var request = new SendDocumentRequest { ChatId = 5, Document = InputFile.FromBytes(new byte[] { 1 }, "one.bin") };

        Assert.Throws<InvalidOperationException>(() => JsonSerializer.Serialize(request, TelegramJson.Options));
    }
}
