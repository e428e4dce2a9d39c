using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using TelegramRest.Tests.Contract.Harness;
using Xunit;

namespace TelegramRest.Tests.Contract.Files;

/// <summary><c>/file/bot…/…</c>: bytes as they come from Telegram, whole or in part.</summary>
public sealed class FileRouteTests(ServerFixture server) : ContractTest(server)
{
    private static readonly byte[] Digits = "0123456789"u8.ToArray();

    [Fact]
    public async Task GetFile_does_not_fetch_a_large_file_and_the_route_does()
    {
        var exchange = await FileExchange.BeginAsync(Server);
        var content = FileExchange.Content(900_000);
        var path = await exchange.PathOfAsync(content);
        await exchange.FaultAsync(new JsonObject { ["kind"] = "error", ["method"] = "upload.getFile", ["code"] = 400, ["message"] = "LOCATION_INVALID" });

        using var refused = await exchange.FetchAsync(path);
        using var response = await exchange.FetchAsync(path);

        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Equal(
            """{"ok":false,"error_code":400,"description":"Bad Request: wrong file_id or the file is temporarily unavailable"}""", await refused.Content.ReadAsStringAsync());
        Assert.False(refused.Headers.Contains("ETag"));
        Assert.Equal(content, await response.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task What_was_fetched_once_is_served_without_Telegram()
    {
        var exchange = await FileExchange.BeginAsync(Server);
        var content = FileExchange.Content(900_000);
        var path = await exchange.PathOfAsync(content);
        using var first = await exchange.FetchAsync(path);
        Assert.Equal(content, await first.Content.ReadAsByteArrayAsync());
        await exchange.BreakDownloadsAsync();

        using var second = await exchange.FetchAsync(path);

        Assert.Equal(content, await second.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task Many_who_ask_at_once_get_the_same_bytes()
    {
        var exchange = await FileExchange.BeginAsync(Server);
        var content = FileExchange.Content(3_000_000);
        var path = await exchange.PathOfAsync(content);

        var responses = await Task.WhenAll(Enumerable.Range(0, 6).Select(async _ =>
        {
            using var response = await exchange.FetchAsync(path);
            return await response.Content.ReadAsByteArrayAsync();
        }));

        Assert.All(responses, response => Assert.Equal(content, response));
    }

    [Theory]
    [InlineData("bytes=2-4", "234", "bytes 2-4/10")]
    [InlineData("bytes=7-", "789", "bytes 7-9/10")]
    [InlineData("bytes=-3", "789", "bytes 7-9/10")]
    [InlineData("bytes=0-99", "0123456789", "bytes 0-9/10")]
    public async Task A_range_is_answered_in_part(string range, string expected, string contentRange)
    {
        var exchange = await FileExchange.BeginAsync(Server);
        var path = await exchange.PathOfAsync(Digits, "digits.txt");

        using var response = await exchange.FetchAsync(path, request => request.Headers.Range = RangeHeaderValue.Parse(range));

        Assert.Equal(HttpStatusCode.PartialContent, response.StatusCode);
        Assert.Equal(expected, await response.Content.ReadAsStringAsync());
        Assert.Equal(contentRange, response.Content.Headers.ContentRange!.ToString());
    }

    [Theory]
    [InlineData(1_000_000, 1_000_099)]
    [InlineData(11_999_990, 11_999_999)]
    [InlineData(524_280, 524_300)]
    public async Task A_range_far_inside_a_large_file_is_fetched_alone(int first, int last)
    {
        var exchange = await FileExchange.BeginAsync(Server);
        var content = FileExchange.Content(12_000_000);
        var path = await exchange.PathOfAsync(content);

        using var response = await exchange.FetchAsync(path, request => request.Headers.Range = new RangeHeaderValue(first, last));

        Assert.Equal(HttpStatusCode.PartialContent, response.StatusCode);
        Assert.Equal(content[first..(last + 1)], await response.Content.ReadAsByteArrayAsync());
    }

    [Theory]
    [InlineData("bytes=10-")]
    [InlineData("bytes=99-100")]
    public async Task A_range_behind_the_end_cannot_be_satisfied(string range)
    {
        var exchange = await FileExchange.BeginAsync(Server);
        var path = await exchange.PathOfAsync(Digits, "digits.txt");

        using var response = await exchange.FetchAsync(path, request => request.Headers.Range = RangeHeaderValue.Parse(range));

        Assert.Equal(HttpStatusCode.RequestedRangeNotSatisfiable, response.StatusCode);
        Assert.Equal("bytes */10", response.Content.Headers.ContentRange!.ToString());
        Assert.Empty(await response.Content.ReadAsByteArrayAsync());
    }

    [Theory]
    [InlineData("bytes=0-1,4-5")]
    [InlineData("lines=1-2")]
    public async Task Other_ranges_are_answered_by_the_whole(string range)
    {
        var exchange = await FileExchange.BeginAsync(Server);
        var path = await exchange.PathOfAsync(Digits, "digits.txt");

        using var response = await exchange.FetchAsync(path, request => request.Headers.TryAddWithoutValidation("Range", range));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(Digits, await response.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task A_range_counts_only_for_the_file_that_the_client_knows()
    {
        var exchange = await FileExchange.BeginAsync(Server);
        var path = await exchange.PathOfAsync(Digits, "digits.txt");
        using var whole = await exchange.FetchAsync(path);
        var known = new RangeConditionHeaderValue(whole.Headers.ETag!);
        var other = new RangeConditionHeaderValue(new EntityTagHeaderValue("\"other\""));

        using var part = await exchange.FetchAsync(path, request => (request.Headers.Range, request.Headers.IfRange) = (new RangeHeaderValue(1, 2), known));
        using var all = await exchange.FetchAsync(path, request => (request.Headers.Range, request.Headers.IfRange) = (new RangeHeaderValue(1, 2), other));

        Assert.Equal("12", await part.Content.ReadAsStringAsync());
        Assert.Equal(HttpStatusCode.OK, all.StatusCode);
        Assert.Equal(Digits, await all.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task The_tag_is_strong_and_the_files_own()
    {
        var exchange = await FileExchange.BeginAsync(Server);
        var file = (await exchange.TryGetFileAsync(await exchange.SendAsync(Digits))).Result;

        using var response = await exchange.FetchAsync($"/file{exchange.Bot.Path}/{(string)file["file_path"]!}");

        Assert.Equal($"\"{(string)file["file_unique_id"]!}\"", response.Headers.ETag!.ToString());
        Assert.False(response.Headers.ETag.IsWeak);
        Assert.Equal("bytes", response.Headers.AcceptRanges.Single());
    }

    [Fact]
    public async Task HEAD_fetches_nothing()
    {
        var exchange = await FileExchange.BeginAsync(Server);
        var path = await exchange.PathOfAsync(FileExchange.Content(700_000), "song.mp3");
        await exchange.BreakDownloadsAsync();

        using var response = await exchange.FetchAsync(path, request => request.Method = HttpMethod.Head);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(700_000, response.Content.Headers.ContentLength);
        Assert.Equal("audio/mpeg", response.Content.Headers.ContentType!.MediaType);
        Assert.Empty(await response.Content.ReadAsByteArrayAsync());
    }

    [Theory]
    [InlineData("picture.png", "image/png", ".png")]
    [InlineData("notes", "application/octet-stream", "")]
    [InlineData("page.html", "text/html", ".html")]
    [InlineData("odd.na me", "application/octet-stream", "")]
    public async Task The_name_on_disk_keeps_only_a_plain_extension(string name, string contentType, string extension)
    {
        var exchange = await FileExchange.BeginAsync(Server);
        var path = await exchange.PathOfAsync(Encoding.UTF8.GetBytes(name), name);

        using var response = await exchange.FetchAsync(path);

        Assert.Equal(contentType, response.Content.Headers.ContentType!.MediaType);
        Assert.Equal(extension, Path.GetExtension(path));
    }

    [Fact]
    public async Task A_client_that_leaves_half_way_harms_nobody()
    {
        var exchange = await FileExchange.BeginAsync(Server);
        var content = FileExchange.Content(15_000_000);
        var path = await exchange.PathOfAsync(content);
        using (var request = new HttpRequestMessage(HttpMethod.Get, path))
        using (var response = await Server.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead))
        await using (var stream = await response.Content.ReadAsStreamAsync())
            await stream.ReadExactlyAsync(new byte[1000]);

        using var whole = await exchange.FetchAsync(path);

        Assert.Equal(content, await whole.Content.ReadAsByteArrayAsync());
    }
}
