using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace TelegramRest.Tests.Unit.Simulator.Control;

/// <summary>The control surface over HTTP, on a simulator that nobody has logged in to.</summary>
public sealed class ControlTests(ControlFixture fixture) : IClassFixture<ControlFixture>
{
    private readonly HttpClient _client = fixture.Client;

    [Fact]
    public async Task Bot_is_made_with_a_token()
    {
        var bot = await PostAsync("bots", """{"name":"Echo","username":"echo_bot"}""");

        Assert.Equal("echo_bot", bot.GetProperty("username").GetString());
        Assert.Matches("^[0-9]+:[A-Za-z0-9_-]{35}$", bot.GetProperty("token").GetString());
        Assert.StartsWith($"{bot.GetProperty("id").GetInt64()}:", bot.GetProperty("token").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("bots", "{}", 400)]
    [InlineData("bots", "nonsense", 400)]
    [InlineData("bots", """{"name":"Echo","unknown":1}""", 400)]
    [InlineData("bots", """{"name":"Echo","username":"nope"}""", 400)]
    [InlineData("users", """{"phone_number":"12","first_name":"Ann"}""", 400)]
    [InlineData("chats", """{"type":"circle","title":"x","creator":1}""", 404)]
    [InlineData("messages", """{"from":5,"chat":6,"text":"hi"}""", 404)]
    [InlineData("messages", """{"from":5,"chat":true,"text":"hi"}""", 404)]
    [InlineData("faults", """{"kind":"earthquake"}""", 400)]
    [InlineData("faults", """{"kind":"error"}""", 400)]
    public async Task Wrong_requests_say_what_is_wrong(string path, string body, int status)
    {
        using var content = new StringContent(body);
        var response = await _client.PostAsync(new Uri($"simulator/{path}", UriKind.Relative), content);

        Assert.Equal(status, (int)response.StatusCode);
        Assert.NotEmpty((await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("error").GetString()!);
    }

    [Fact]
    public async Task Code_of_a_number_that_got_none_is_missing()
    {
        await PostAsync("users", """{"phone_number":"+9996621100","first_name":"Ann"}""");

        var response = await _client.GetAsync(new Uri("simulator/users/+9996621100/code", UriKind.Relative));

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [Fact]
    public async Task People_write_in_every_kind_of_chat()
    {
        var ann = Id(await PostAsync("users", """{"phone_number":"9996621101","first_name":"Ann"}"""));
        var bot = Id(await PostAsync("bots", """{"name":"Echo","username":"writer_bot"}"""));

        foreach (var type in new[] { "group", "supergroup", "channel" })
        {
            var chat = Id(await PostAsync("chats", $$"""{"type":"{{type}}","title":"Chat","creator":{{ann}},"members":[{{bot}}]}"""));
            var sent = await PostAsync("messages", $$"""{"from":{{ann}},"chat":{{chat}},"text":"/start"}""");
            var seen = await ListAsync(chat, bot);

            Assert.True(type == "group" ? chat is < 0 and > -1_000_000_000_000 : chat < -1_000_000_000_000);
            Assert.Equal("/start", seen[^1].GetProperty("text").GetString());
            Assert.True(sent.GetProperty("message_id").GetInt32() > 0);
        }

        var direct = await PostAsync("messages", $$"""{"from":{{ann}},"chat":"@writer_bot","text":"hi"}""");
        Assert.True(direct.GetProperty("message_ids").TryGetProperty($"{bot}", out _));
        Assert.Equal("hi", (await ListAsync(ann, bot))[^1].GetProperty("text").GetString());
    }

    [Fact]
    public async Task Members_come_and_go()
    {
        var ann = Id(await PostAsync("users", """{"phone_number":"9996621111","first_name":"Ann"}"""));
        var ben = Id(await PostAsync("users", """{"phone_number":"9996621112","first_name":"Ben"}"""));
        var chat = Id(await PostAsync("chats", $$"""{"type":"supergroup","title":"Chat","creator":{{ann}}}"""));

        foreach (var status in new[] { "member", "administrator", "member", "left", "member", "kicked" })
            await PostAsync($"chats/{chat}/members", $$"""{"user":{{ben}},"status":"{{status}}"}""");

        using var content = new StringContent($$"""{"from":{{ben}},"chat":{{chat}},"text":"hi"}""");
        var refused = await _client.PostAsync(new Uri("simulator/messages", UriKind.Relative), content);
        Assert.Equal("""{"error":"CHANNEL_PRIVATE"}""", await refused.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Faults_are_added_and_cleared()
    {
        foreach (var fault in new[] { "drop_connections", "rotate_salts", "forget_sessions", "expire_file_references", "lose_push", "flood_wait", "delay_answer" })
            await PostAsync("faults", $$"""{"kind":"{{fault}}"}""");

        Assert.Equal(HttpStatusCode.OK, (await _client.DeleteAsync(new Uri("simulator/faults", UriKind.Relative))).StatusCode);
    }

    [Fact]
    public async Task Pages_of_other_sites_are_refused()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "simulator/bots") { Content = new StringContent("""{"name":"Echo"}""") };
        request.Headers.Add("Origin", "http://evil.example");

        Assert.Equal(HttpStatusCode.Forbidden, (await _client.SendAsync(request)).StatusCode);
    }

    private static long Id(JsonElement element) => element.GetProperty("id").GetInt64();

    private async Task<JsonElement> PostAsync(string path, string body)
    {
        using var content = new StringContent(body);
        var response = await _client.PostAsync(new Uri($"simulator/{path}", UriKind.Relative), content);
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.IsSuccessStatusCode, text);
        return JsonSerializer.Deserialize<JsonElement>(text);
    }

    private async Task<List<JsonElement>> ListAsync(long chat, long viewer) =>
        [.. (await _client.GetFromJsonAsync<JsonElement>(new Uri($"simulator/messages?chat={chat}&viewer={viewer}", UriKind.Relative))).EnumerateArray()];
}
