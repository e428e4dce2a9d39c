using System.Net;
using System.Text.Json.Nodes;
using TelegramRest.Tests.Contract.Harness;
using Xunit;

namespace TelegramRest.Tests.Contract.Files;

/// <summary>getFile, and the route that serves what it points at.</summary>
public sealed class GetFileTests(ServerFixture server) : ContractTest(server)
{
    [Fact]
    public async Task A_file_comes_back_byte_for_byte()
    {
        var content = Random.Shared.GetItems(Enumerable.Range(0, 256).Select(value => (byte)value).ToArray(), 700_000);
        var (bot, fileId) = await SendAsync(content, "data.bin");

        var file = (await Api.CallAsync(bot, "getFile", new JsonObject { ["file_id"] = fileId })).Result;
        using var response = await DownloadAsync(bot, file);

        Assert.Equal(content.Length, (int)file["file_size"]!);
        Assert.Equal(fileId, (string)file["file_id"]!);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(content, await response.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task What_the_client_has_already_is_not_sent_again()
    {
        var (bot, fileId) = await SendAsync("known"u8.ToArray(), "known.txt");
        var file = (await Api.CallAsync(bot, "getFile", new JsonObject { ["file_id"] = fileId })).Result;
        using var first = await DownloadAsync(bot, file);

        using var second = await DownloadAsync(bot, file, request => request.Headers.IfNoneMatch.Add(first.Headers.ETag!));

        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
    }

    [Fact]
    public async Task An_uploaded_page_is_not_run_by_browsers()
    {
        var (bot, fileId) = await SendAsync("<script>alert(1)</script>"u8.ToArray(), "page.html");
        var file = (await Api.CallAsync(bot, "getFile", new JsonObject { ["file_id"] = fileId })).Result;

        using var response = await DownloadAsync(bot, file);

        Assert.Equal("nosniff", response.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Contains("sandbox", response.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("documents/file_0.bin")]
    [InlineData("../accounts.db")]
    [InlineData("..%2F..%2Faccounts.db")]
    [InlineData("%2Fetc%2Fpasswd")]
    public async Task A_path_that_getFile_never_gave_is_not_found(string path)
    {
        var bot = await Simulator.AddBotAsync();

        (await Api.SendAsync("", HttpMethod.Get, $"/file{bot.Path}/{path}", null)).Fails(404, "Not Found");
    }

    [Fact]
    public async Task A_neighbours_file_is_not_found()
    {
        var (bot, fileId) = await SendAsync("mine"u8.ToArray(), "mine.txt");
        var path = (string)(await Api.CallAsync(bot, "getFile", new JsonObject { ["file_id"] = fileId })).Result["file_path"]!;
        var neighbour = await Simulator.AddBotAsync();

        (await Api.SendAsync("", HttpMethod.Get, $"/file{neighbour.Path}/{path}", null)).Fails(404, "Not Found");
    }

    [Theory]
    [InlineData("", "Bad Request: file_id not specified")]
    [InlineData("nonsense", "Bad Request: invalid file_id")]
    public async Task What_is_no_file_is_refused(string fileId, string description)
    {
        var bot = await Simulator.AddBotAsync();

        (await Api.CallAsync(bot, "getFile", new JsonObject { ["file_id"] = fileId })).Fails(400, description);
    }

    private async Task<(ApiAccount Bot, string FileId)> SendAsync(byte[] content, string name)
    {
        var bot = await Simulator.AddBotAsync();
        var person = await Simulator.AddPersonAsync();
        await Simulator.WriteAsync(person, bot.Id, "/start");
        using var form = ApiClient.Multipart([KeyValuePair.Create("chat_id", person.Id.ToString(System.Globalization.CultureInfo.InvariantCulture))], ("document", name, content));
        var message = (await Api.SendAsync("sendDocument", HttpMethod.Post, $"{bot.Path}/sendDocument", form)).Result;
        return (bot, (string)message["document"]!["file_id"]!);
    }

    private async Task<HttpResponseMessage> DownloadAsync(ApiAccount bot, JsonNode file, Action<HttpRequestMessage>? change = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/file{bot.Path}/{(string)file["file_path"]!}");
        change?.Invoke(request);
        return await Server.Http.SendAsync(request);
    }
}
