using System.Text.Json.Nodes;
using TelegramRest.Tests.Contract.Harness;
using Xunit;

namespace TelegramRest.Tests.Contract.Files;

/// <summary>Files that come with requests: small ones are kept until the request is whole, large ones go on to Telegram while it arrives.</summary>
public sealed class UploadTests(ServerFixture server) : ContractTest(server)
{
    private const int Large = 11_000_000;

    [Theory]
    [InlineData(1)]
    [InlineData(65_536)]
    [InlineData(65_537)]
    [InlineData(1_000_000)]
    [InlineData(10_485_760)]
    [InlineData(10_485_761)]
    [InlineData(Large)]
    public async Task A_file_of_any_size_arrives_whole(int length)
    {
        var exchange = await FileExchange.BeginAsync(Server);
        var content = FileExchange.Content(length);

        var document = (await exchange.TrySendAsync("sendDocument", "document", "data.bin", content)).Result["document"]!;

        Assert.Equal(length, (int)document["file_size"]!);
        using var response = await exchange.FetchAsync(await exchange.PathOfAsync((string)document["file_id"]!));
        Assert.Equal(content, await response.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task Parameters_may_stand_behind_a_large_file()
    {
        var exchange = await FileExchange.BeginAsync(Server);
        using var form = ApiClient.Multipart([], ("document", "first.bin", FileExchange.Content(Large)));
        form.Add(new StringContent(exchange.ChatId), "chat_id");
        form.Add(new StringContent("behind"), "caption");

        var message = (await Api.SendAsync("sendDocument", HttpMethod.Post, $"{exchange.Bot.Path}/sendDocument", form)).Result;

        Assert.Equal("behind", (string)message["caption"]!);
        Assert.Equal(Large, (int)message["document"]!["file_size"]!);
    }

    [Fact]
    public async Task One_request_may_bring_several_files()
    {
        var exchange = await FileExchange.BeginAsync(Server);
        var media = """[{"type":"document","media":"attach://a"},{"type":"document","media":"attach://b"},{"type":"document","media":"attach://c"}]""";
        var form = ApiClient.Multipart(
            [new("chat_id", exchange.ChatId), new("media", media)],
            ("a", "a.bin", FileExchange.Content(100)), ("b", "b.bin", FileExchange.Content(Large)), ("c", "c.bin", FileExchange.Content(200_000)));

        var answer = await Api.SendAsync("sendMediaGroup", HttpMethod.Post, $"{exchange.Bot.Path}/sendMediaGroup", form);

        Assert.Equal([100, Large, 200_000], answer.Result.AsArray().Select(message => (int)message!["document"]!["file_size"]!));
    }

    [Fact]
    public async Task A_large_file_for_a_chat_that_is_not_there_is_refused_like_any_other()
    {
        var bot = await Simulator.AddBotAsync();
        var form = ApiClient.Multipart([new("chat_id", "1")], ("document", "lost.bin", FileExchange.Content(Large)));

        (await Api.SendAsync("sendDocument", HttpMethod.Post, $"{bot.Path}/sendDocument", form)).Fails(400, "Bad Request: chat not found");
    }

    [Fact]
    public async Task A_photo_may_not_be_that_large()
    {
        var exchange = await FileExchange.BeginAsync(Server);

        (await exchange.TrySendAsync("sendPhoto", "photo", "huge.jpg", FileExchange.Content(Large)))
            .Fails(400, "Bad Request: file of size 11000000 bytes is too big for a photo; the maximum size is 10485760 bytes");
    }

    [Fact]
    public async Task An_empty_file_is_refused()
    {
        var exchange = await FileExchange.BeginAsync(Server);

        (await exchange.TrySendAsync("sendDocument", "document", "empty.bin", [])).Fails(400, "Bad Request: file must be non-empty");
    }

    [Fact]
    public async Task A_thumbnail_has_a_limit_of_its_own()
    {
        var exchange = await FileExchange.BeginAsync(Server);
        var form = ApiClient.Multipart([new("chat_id", exchange.ChatId)], ("document", "a.bin", FileExchange.Content(10)), ("thumbnail", "t.jpg", FileExchange.Content(204_800)));

        (await Api.SendAsync("sendDocument", HttpMethod.Post, $"{exchange.Bot.Path}/sendDocument", form))
            .Fails(400, "Bad Request: file of size 204800 bytes is too big for a thumbnail; the maximum size is 204799 bytes");
    }

    [Theory]
    [InlineData(null, 2)]
    [InlineData("7", 7)]
    public async Task What_the_caller_leaves_out_is_read_from_the_file(string? duration, int expected)
    {
        var exchange = await FileExchange.BeginAsync(Server);
        byte[] opus = [.. OggPage(0, [.. "OpusHead"u8, 1, 1, 0, 0, .. new byte[8]]), .. new byte[100_000], .. OggPage(96_000, [1, 2, 3])];
        KeyValuePair<string, string>[] more = duration is null ? [] : [new("duration", duration)];

        var voice = (await exchange.TrySendAsync("sendVoice", "voice", "note.ogg", opus, more)).Result["voice"]!;

        Assert.Equal(expected, (int)voice["duration"]!);
        Assert.Equal("audio/ogg", (string)voice["mime_type"]!);
    }

    [Fact]
    public async Task Waiting_for_parts_is_told_when_it_would_take_too_long()
    {
        var exchange = await FileExchange.BeginAsync(Server);
        await exchange.FaultAsync(new JsonObject { ["kind"] = "flood_wait", ["method"] = "upload.saveFilePart", ["seconds"] = 4000 });

        (await exchange.TrySendAsync("sendDocument", "document", "a.bin", FileExchange.Content(10))).Fails(429, "Too Many Requests: retry after 4000");
    }

    [Fact]
    public async Task The_disk_of_this_machine_is_closed_outside_of_local_mode()
    {
        await using var own = await OwnServer.StartAsync(options => options.Local = false);
        var exchange = await FileExchange.BeginAsync(own.Fixture);

        var answer = await own.Fixture.Api.CallAsync(exchange.Bot, "sendDocument", new JsonObject { ["chat_id"] = exchange.Person.Id, ["document"] = "file:///etc/hostname" });

        Assert.Equal(400, answer.Status);
        Assert.Empty(own.Fixture.Logs.TakeErrors());
    }

    private static byte[] OggPage(long samples, byte[] content) =>
        [.. "OggS"u8, 0, 0, .. BitConverter.GetBytes(samples), .. new byte[12], 1, (byte)content.Length, .. content];
}
