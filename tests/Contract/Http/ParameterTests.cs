using System.IO.Compression;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using TelegramRest.Tests.Contract.Harness;
using Xunit;

namespace TelegramRest.Tests.Contract.Http;

public sealed class ParameterTests(ServerFixture server) : ContractTest(server)
{
    [Theory]
    [InlineData(Style.Json)]
    [InlineData(Style.Query)]
    [InlineData(Style.UrlEncoded)]
    [InlineData(Style.UrlEncodedGet)]
    [InlineData(Style.Multipart)]
    public async Task Every_style_brings_the_same_parameters(Style style)
    {
        var (bot, person) = await MeetAsync();

        var answer = await Api.CallAsync(bot, "sendMessage", style, new JsonObject
        {
            ["chat_id"] = person.Id,
            ["text"] = "100% *bold* & größer + 😀",
            ["entities"] = new JsonArray(new JsonObject { ["type"] = "bold", ["offset"] = 0, ["length"] = 4 }),
            ["disable_notification"] = true,
        });

        Assert.Equal("100% *bold* & größer + 😀", (string)answer.Result["text"]!);
        Assert.Equal("bold", (string)answer.Result["entities"]![0]!["type"]!);
    }

    [Fact]
    public async Task The_query_wins_over_the_body_and_the_first_over_the_second()
    {
        var (bot, person) = await MeetAsync();
        using var body = new StringContent("text=body", null, "application/x-www-form-urlencoded");

        var answer = await Api.SendAsync("sendMessage", HttpMethod.Post, $"{bot.Path}/sendMessage?chat_id={person.Id}&text=first&text=second", body);

        Assert.Equal("first", (string)answer.Result["text"]!);
    }

    [Fact]
    public async Task JSON_null_is_nothing()
    {
        var (bot, person) = await MeetAsync();

        var answer = await Api.CallAsync(bot, "sendMessage", new JsonObject { ["chat_id"] = person.Id, ["text"] = "hello", ["parse_mode"] = null, ["reply_markup"] = null });

        Assert.Equal("hello", (string)answer.Result["text"]!);
    }

    [Theory]
    [InlineData("{\"chat_id\":")]
    [InlineData("[1]")]
    [InlineData("not json")]
    public async Task A_broken_JSON_body_is_named(string body)
    {
        var bot = await Simulator.AddBotAsync();
        using var content = new StringContent(body, Encoding.UTF8, "application/json");

        (await Api.SendAsync("sendMessage", HttpMethod.Post, $"{bot.Path}/sendMessage", content)).Fails(400, "Bad Request: can't parse JSON body");
    }

    [Fact]
    public async Task An_empty_JSON_body_is_no_parameters()
    {
        var bot = await Simulator.AddBotAsync();
        using var content = new StringContent("", Encoding.UTF8, "application/json");

        Assert.Equal(bot.Id, (long)(await Api.SendAsync("getMe", HttpMethod.Post, $"{bot.Path}/getMe", content)).Result["id"]!);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("deflate")]
    public async Task A_compressed_body_is_read(string encoding)
    {
        var (bot, person) = await MeetAsync();
        using var compressed = new MemoryStream();
        await using (Stream packer = encoding == "gzip" ? new GZipStream(compressed, CompressionMode.Compress, true) : new ZLibStream(compressed, CompressionMode.Compress, true))
            await packer.WriteAsync(Encoding.UTF8.GetBytes($$"""{"chat_id":{{person.Id}},"text":"packed"}"""));
        using var content = new ByteArrayContent(compressed.ToArray());
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        content.Headers.ContentEncoding.Add(encoding);

        Assert.Equal("packed", (string)(await Api.SendAsync("sendMessage", HttpMethod.Post, $"{bot.Path}/sendMessage", content)).Result["text"]!);
    }

    [Fact]
    public async Task An_unknown_compression_is_refused()
    {
        var bot = await Simulator.AddBotAsync();
        using var content = new StringContent("{}", Encoding.UTF8, "application/json");
        content.Headers.ContentEncoding.Add("br");

        (await Api.SendAsync("getMe", HttpMethod.Post, $"{bot.Path}/getMe", content)).Fails(415, "Unsupported Media Type: unsupported content-encoding");
    }

    [Theory]
    [InlineData("application/json")]
    [InlineData("application/x-www-form-urlencoded")]
    public async Task Too_many_parameters_are_refused(string type)
    {
        var bot = await Simulator.AddBotAsync();
        using var content = new StringContent(new string('a', (1 << 20) + 1), Encoding.UTF8, type);

        (await Api.SendAsync("sendMessage", HttpMethod.Post, $"{bot.Path}/sendMessage", content)).Fails(413, "Request Entity Too Large: too many parameters");
    }

    [Fact]
    public async Task Too_many_form_values_are_refused()
    {
        var bot = await Simulator.AddBotAsync();
        using var content = ApiClient.Multipart([KeyValuePair.Create("text", new string('a', (1 << 20) + 1))]);

        (await Api.SendAsync("sendMessage", HttpMethod.Post, $"{bot.Path}/sendMessage", content)).Fails(413, "Request Entity Too Large: too many parameters in form data");
    }

    [Fact]
    public async Task Too_many_files_are_refused()
    {
        var bot = await Simulator.AddBotAsync();
        using var content = ApiClient.Multipart([], [.. Enumerable.Range(0, 51).Select(number => ($"file{number}", "a.txt", "x"u8.ToArray()))]);

        (await Api.SendAsync("sendMessage", HttpMethod.Post, $"{bot.Path}/sendMessage", content)).Fails(413, "Request Entity Too Large: too many files attached");
    }

    [Theory]
    [InlineData("multipart/form-data", "x", "boundary not found")]
    [InlineData("multipart/form-data; boundary", "x", "boundary value not found")]
    [InlineData("multipart/form-data; boundary=", "x", "boundary too big or empty")]
    [InlineData("multipart/form-data; boundary=aaaaaaaaaabbbbbbbbbbccccccccccddddddddddeeeeeeeeeeffffffffffgggggggggghhhhhhhhhh", "x", "boundary too big or empty")]
    [InlineData("multipart/form-data; boundary=b", "--b\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nvalue", "unexpected end of request content")]
    [InlineData("multipart/form-data; boundary=b", "--b\r\nContent-Disposition: form-data\r\n\r\nvalue\r\n--b--\r\n", "expected form-data content disposition")]
    [InlineData("multipart/form-data; boundary=b", "--b\r\nContent-Disposition: form-data; filename=\"a\"\r\n\r\nvalue\r\n--b--\r\n", "field name in multipart/form-data not found")]
    [InlineData("multipart/form-data; boundary=b", "--b\r\nno colon\r\n\r\nvalue\r\n--b--\r\n", "can't parse form data headers")]
    public async Task A_broken_form_is_named(string contentType, string body, string problem)
    {
        var bot = await Simulator.AddBotAsync();
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        content.Headers.TryAddWithoutValidation("Content-Type", contentType);

        (await Api.SendAsync("sendMessage", HttpMethod.Post, $"{bot.Path}/sendMessage", content)).Fails(400, $"Bad Request: {problem}");
    }

    [Fact]
    public async Task Parameters_may_stand_behind_a_file()
    {
        var (bot, person) = await MeetAsync();
        using var content = new MultipartFormDataContent
        {
            { new ByteArrayContent(new byte[100_000]), "\"unused\"", "\"big.bin\"" },
            { new StringContent(person.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)), "\"chat_id\"" },
            { new StringContent("behind"), "\"text\"" },
        };

        Assert.Equal("behind", (string)(await Api.SendAsync("sendMessage", HttpMethod.Post, $"{bot.Path}/sendMessage", content)).Result["text"]!);
    }

    private async Task<(ApiAccount Bot, Person Person)> MeetAsync()
    {
        var bot = await Simulator.AddBotAsync();
        var person = await Simulator.AddPersonAsync();
        await Simulator.WriteAsync(person, bot.Id, "/start");
        return (bot, person);
    }
}
