using TelegramRest.BotApi;
using Xunit;

namespace TelegramRest.Tests.Unit.Generator.Readers;

/// <summary>What the generated readers let through, and the exact texts of what they refuse.</summary>
public sealed class RequestReaderTests
{
    [Fact]
    public void Scalars_bind_leniently_and_are_clamped()
    {
        var request = GetUpdatesRequest.Read(Source(("offset", "x"), ("limit", "500"), ("timeout", "-3"), ("allowed_updates", "garbage")));

        Assert.Equal((0, 100, 0), (request.Offset, request.Limit, request.Timeout));
        Assert.Null(request.AllowedUpdates);
    }

    [Fact]
    public void Missing_parameters_have_their_defaults()
    {
        var request = GetUpdatesRequest.Read(Source());

        Assert.Equal((0, 100, 0), (request.Offset, request.Limit, request.Timeout));
    }

    [Fact]
    public void One_item_that_is_no_string_makes_allowed_updates_count_as_missing()
    {
        Assert.Null(GetUpdatesRequest.Read(Source(("allowed_updates", """["message",1]"""))).AllowedUpdates);
        Assert.Equal(["message"], GetUpdatesRequest.Read(Source(("allowed_updates", """["message"]"""))).AllowedUpdates!);
    }

    [Theory]
    [InlineData("reply_markup", "{", "Bad Request: can't parse reply keyboard markup JSON object")]
    [InlineData("reply_markup", "[]", "Bad Request: object expected as reply markup")]
    [InlineData("reply_markup", """{"keyboard":7}""", "Bad Request: field \"keyboard\" must be of type Array")]
    [InlineData("reply_markup", """{"keyboard":[7]}""", "Bad Request: field \"keyboard\" must be an Array of Arrays")]
    [InlineData("reply_markup", """{"keyboard":[[7]]}""", "Bad Request: can't parse keyboard button: KeyboardButton must be a String or an Object")]
    [InlineData("reply_markup", """{"keyboard":[[{}]]}""", "Bad Request: can't parse keyboard button: Can't find field \"text\"")]
    [InlineData("reply_markup", """{"inline_keyboard":[["a"]]}""", "Bad Request: can't parse inline keyboard button: InlineKeyboardButton must be an Object")]
    [InlineData("reply_markup", """{"inline_keyboard":[[{"text":"a","style":"loud"}]]}""", "Bad Request: can't parse inline keyboard button: invalid button style specified")]
    [InlineData("reply_parameters", "x", "Bad Request: can't parse reply parameters JSON object")]
    [InlineData("reply_parameters", "1", "Bad Request: object expected as reply parameters")]
    [InlineData("reply_parameters", """{"message_id":"1.0"}""", "Bad Request: field \"message_id\" must be a valid Number")]
    [InlineData("reply_parameters", """{"message_id":true}""", "Bad Request: field \"message_id\" must be a Number")]
    [InlineData("link_preview_options", "x", "Bad Request: can't parse link preview options JSON object")]
    [InlineData("link_preview_options", """{"is_disabled":1}""", "Bad Request: field \"is_disabled\" must be of type Boolean")]
    [InlineData("entities", "[1]", "Bad Request: can't parse MessageEntity: expected an Object")]
    [InlineData("entities", "[{}]", "Bad Request: can't parse MessageEntity: Type is not specified")]
    [InlineData("entities", """[{"type":"loud","offset":0,"length":1}]""", "Bad Request: can't parse MessageEntity: Unsupported type specified")]
    public void A_json_parameter_that_is_wrong_is_refused_with_the_known_text(string name, string value, string expected)
    {
        var problem = Assert.Throws<BotApiException>(() => SendMessageRequest.Read(Source((name, value))));

        Assert.Equal((400, expected), (problem.Code, problem.Description));
    }

    [Theory]
    [InlineData("garbage")]
    [InlineData("{}")]
    public void Entities_that_are_no_array_are_passed_over(string value) =>
        Assert.Null(SendMessageRequest.Read(Source(("entities", value))).Entities);

    [Fact]
    public void A_parse_mode_makes_entities_irrelevant() =>
        Assert.Null(SendMessageRequest.Read(Source(("entities", "[1]"), ("parse_mode", "HTML"))).Entities);

    [Theory]
    [InlineData("""{"keyboard":[["a",{"text":"b"}]],"inline_keyboard":[[]]}""", typeof(ReplyKeyboardMarkup))]
    [InlineData("""{"keyboard":[],"inline_keyboard":[[{"text":"a","url":"b"}]]}""", typeof(InlineKeyboardMarkup))]
    [InlineData("""{"hide_keyboard":true,"personal_keyboard":true}""", typeof(ReplyKeyboardRemove))]
    [InlineData("""{"force_reply":true}""", typeof(ForceReply))]
    [InlineData("{}", null)]
    public void The_markup_is_told_by_its_members(string value, Type? expected) =>
        Assert.Equal(expected, SendMessageRequest.Read(Source(("reply_markup", value))).ReplyMarkup?.GetType());

    [Fact]
    public void A_bare_string_is_a_text_button_and_the_first_of_two_equal_members_counts()
    {
        var request = SendMessageRequest.Read(Source(("reply_markup", """{"keyboard":[["a",{"text":"b","text":"c"}]]}""")));

        var keyboard = Assert.IsType<ReplyKeyboardMarkup>(request.ReplyMarkup).Keyboard;
        Assert.Equal(["a", "b"], keyboard[0].Select(button => button.Text));
    }

    [Fact]
    public void A_persons_account_may_not_send_markup()
    {
        var source = new RequestSource { IsUser = true };
        source.Add("reply_markup", "{}");

        var problem = Assert.Throws<BotApiException>(() => SendMessageRequest.Read(source));

        Assert.Equal("Bad Request: Method Not Allowed: reply markup not available as user.", problem.Description);
    }

    [Fact]
    public void A_missing_file_is_refused_and_the_forms_of_a_file_are_told_apart()
    {
        var problem = Assert.Throws<BotApiException>(() => SendPhotoRequest.Read(Source()));
        Assert.Equal("Bad Request: there is no photo in the request", problem.Description);

        Assert.IsType<InputFileId>(SendPhotoRequest.Read(Source(("photo", "AgAC"))).Photo);
        Assert.IsType<InputFileUrl>(SendPhotoRequest.Read(Source(("photo", "http://a.b/c"))).Photo);

        var source = Source(("photo", "attach://part"));
        source.AddFile(new UploadedFile("part", "a.jpg", "", 1, _ => ValueTask.FromResult(Stream.Null)));
        Assert.Equal("a.jpg", Assert.IsType<InputFileUpload>(SendPhotoRequest.Read(source).Photo).File.FileName);
    }

    [Fact]
    public void A_thumbnail_that_was_not_uploaded_is_passed_over()
    {
        var source = Source(("document", "BQAC"), ("thumbnail", "AgAC"));

        Assert.Null(SendDocumentRequest.Read(source).Thumbnail);
    }

    [Theory]
    [InlineData("", "Bad Request: message identifiers are not specified")]
    [InlineData("x", "Bad Request: can't parse message_ids JSON object")]
    [InlineData("1", "Bad Request: expected an Array of message identifiers")]
    [InlineData("[true]", "Bad Request: message identifier must be a Number")]
    [InlineData("[1.5]", "Bad Request: can't parse message identifier as a Number")]
    public void Arrays_of_identifiers_have_their_own_texts(string value, string expected) =>
        Assert.Equal(expected, Assert.Throws<BotApiException>(() => CopyMessagesRequest.Read(Source(("message_ids", value)))).Description);

    [Fact]
    public void Too_many_identifiers_are_refused() =>
        Assert.Equal(
            "Bad Request: too many message identifiers specified",
            Assert.Throws<BotApiException>(() => DeleteMessagesRequest.Read(Source(("message_ids", $"[{string.Join(',', Enumerable.Range(1, 101))}]")))).Description);

    [Fact]
    public void Arbitrary_text_in_any_parameter_gives_a_request_or_a_refusal()
    {
        var random = new Random(20260714);
        string[] pieces = ["{", "}", "[", "]", "\"", "\\", ",", ":", "null", "true", "12", "type", "text", "keyboard", "photo", "\u0000", "я", "\uD800"];
        for (var round = 0; round < 5000; round++)
        {
            var value = string.Concat(Enumerable.Range(0, random.Next(1, 12)).Select(_ => pieces[random.Next(pieces.Length)]));
            var source = Source(("reply_markup", value), ("entities", value), ("media", value), ("reply_parameters", value));
            foreach (Action read in new Action[] { () => SendMessageRequest.Read(source), () => SendMediaGroupRequest.Read(source), () => EditMessageMediaRequest.Read(source) })
            {
                if (Record.Exception(read) is { } problem)
                {
                    Assert.IsType<BotApiException>(problem);
                }
            }
        }
    }

    private static RequestSource Source(params (string Name, string Value)[] parameters)
    {
        var source = new RequestSource();
        foreach (var (name, value) in parameters)
        {
            source.Add(name, value);
        }

        return source;
    }
}
