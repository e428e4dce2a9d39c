using System.Net;
using TelegramRest.Tests.Contract.Harness;
using Xunit;

namespace TelegramRest.Tests.Contract.Http;

public sealed class RoutingTests(ServerFixture server) : ContractTest(server)
{
    private const string WellFormed = "123456:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

    [Theory]
    [InlineData("getMe")]
    [InlineData("GETME")]
    [InlineData("getme")]
    [InlineData("get%4De")]
    public async Task A_method_is_found_in_any_spelling(string method)
    {
        var bot = await Simulator.AddBotAsync();

        var answer = await Api.SendAsync("getMe", HttpMethod.Get, $"{bot.Path}/{method}", null);

        Assert.Equal(bot.Id, (long)answer.Result["id"]!);
    }

    [Fact]
    public async Task A_token_may_be_percent_encoded()
    {
        var bot = await Simulator.AddBotAsync();

        var answer = await Api.SendAsync("getMe", HttpMethod.Get, $"{bot.Path.Replace(":", "%3A", StringComparison.Ordinal)}/getMe", null);

        Assert.Equal(bot.Id, (long)answer.Result["id"]!);
    }

    [Theory]
    [InlineData("?method=getMe", null)]
    [InlineData("", "method=getMe")]
    public async Task An_empty_method_is_taken_from_the_parameters(string query, string? body)
    {
        var bot = await Simulator.AddBotAsync();
        using var content = body is null ? null : new StringContent(body, null, "application/x-www-form-urlencoded");

        var answer = await Api.SendAsync("getMe", HttpMethod.Post, $"{bot.Path}/{query}", content);

        Assert.Equal(bot.Id, (long)answer.Result["id"]!);
    }

    [Theory]
    [InlineData("/nowhere", "Not Found")]
    [InlineData("/getMe", "Not Found")]
    [InlineData("/docs/nowhere", "Not Found")]
    [InlineData("/simulator/nowhere", "Not Found")]
    [InlineData("/bot" + WellFormed, "Not Found")]
    [InlineData("/bot" + WellFormed + "/testFoo", "Not Found")]
    [InlineData("/Bot" + WellFormed + "/getMe", "Not Found")]
    public async Task What_is_no_route_is_not_found(string target, string description) =>
        (await Api.SendAsync("", HttpMethod.Get, target, null)).Fails(404, description);

    [Theory]
    [InlineData("noSuchMethod")]
    [InlineData("getMe/")]
    [InlineData("userLogin")]
    [InlineData("")]
    public async Task An_unknown_method_is_named_so(string method)
    {
        var bot = await Simulator.AddBotAsync();

        (await Api.SendAsync("", HttpMethod.Get, $"{bot.Path}/{method}", null)).Fails(404, "Not Found: method not found");
    }

    [Theory]
    [InlineData("", 401, "Unauthorized: invalid token specified")]
    [InlineData("123", 401, "Unauthorized: invalid token specified")]
    [InlineData("0:abc", 401, "Unauthorized: invalid token specified")]
    [InlineData("abc:def", 421, "Misdirected Request: unallowed token specified")]
    [InlineData("-5:abc", 401, "Unauthorized: invalid token specified")]
    [InlineData("123456:short", 401, "Unauthorized")]
    [InlineData(WellFormed, 401, "Unauthorized")]
    public async Task A_bad_token_is_refused(string token, int code, string description) =>
        (await Api.SendAsync("getMe", HttpMethod.Get, $"/bot{token}/getMe", null)).Fails(code, description);

    [Fact]
    public async Task A_bots_token_under_the_wrong_prefix_is_sent_back()
    {
        var bot = await Simulator.AddBotAsync();
        await Api.CallAsync(bot, "getMe");

        (await Api.SendAsync("getMe", HttpMethod.Get, $"/user{bot.Token}/getMe", null)).Fails(400, "Bad Request: Please use the correct api endpoint for bots or users");
    }

    [Theory]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    [InlineData("PATCH")]
    public async Task Other_verbs_are_not_implemented(string verb)
    {
        var bot = await Simulator.AddBotAsync();

        (await Api.SendAsync("", new HttpMethod(verb), $"{bot.Path}/getMe", null)).Fails(501, "Not Implemented");
    }

    [Fact]
    public async Task A_browser_may_ask_before_it_calls()
    {
        using var request = new HttpRequestMessage(HttpMethod.Options, $"/bot{WellFormed}/getMe");
        request.Headers.Add("Origin", "https://example.org");

        using var response = await Server.Http.SendAsync(request);

        Assert.Equal(HttpStatusCode.NoContent, response.StatusCode);
        Assert.Equal("*", response.Headers.GetValues("Access-Control-Allow-Origin").Single());
        Assert.Equal("GET, POST, OPTIONS", response.Headers.GetValues("Access-Control-Allow-Methods").Single());
    }

    [Fact]
    public async Task HEAD_answers_like_GET_without_the_body()
    {
        var bot = await Simulator.AddBotAsync();
        using var request = new HttpRequestMessage(HttpMethod.Head, $"{bot.Path}/getMe");

        using var response = await Server.Http.SendAsync(request);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("application/json", response.Content.Headers.ContentType?.ToString());
        Assert.True(response.Content.Headers.ContentLength > 0);
    }

    [Fact]
    public async Task An_absolute_target_is_refused_in_words()
    {
        var answer = await RawHttp.ExchangeAsync(Server.Url, $"GET http://{Server.Url.Authority}/bot{WellFormed}/getMe HTTP/1.1\r\nHost: {Server.Url.Authority}\r\nConnection: close\r\n\r\n");

        Assert.StartsWith("HTTP/1.1 404 Not Found", answer, StringComparison.Ordinal);
        Assert.EndsWith("""{"ok":false,"error_code":404,"description":"Not Found: absolute URI is specified in the Request-Line"}""", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_log_line_holds_a_token()
    {
        var bot = await Simulator.AddBotAsync();
        await Api.CallAsync(bot, "getMe");
        await Api.CallAsync(bot, "noSuchMethod");

        var secret = bot.Token[(bot.Token.IndexOf(':', StringComparison.Ordinal) + 1)..];
        Assert.DoesNotContain(Server.Logs.Lines, line => line.Contains(secret, StringComparison.Ordinal));
    }
}
