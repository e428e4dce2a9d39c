using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using TelegramRest.Tests.Contract.Harness;
using Xunit;

namespace TelegramRest.Tests.Contract.Updates;

/// <summary>setWebhook, deleteWebhook and getWebhookInfo, with a bot's own web server at the other end.</summary>
public sealed class WebhookTests(ServerFixture server) : ContractTest(server)
{
    private const string Nobody = "http://127.0.0.1:9/hook";

    [Fact]
    public async Task An_update_is_pushed_with_the_secret()
    {
        await using var host = await WebhookHost.StartAsync(TimeProvider.System);
        var bot = await Simulator.AddBotAsync();

        var set = await Api.CallAsync(bot, "setWebhook", new JsonObject { ["url"] = $"{host.Url}hook", ["secret_token"] = "Secret_1" });
        await Simulator.WriteAsync(await Simulator.AddPersonAsync(), bot.Id, "pushed");

        Assert.Equal("Webhook was set", set.Description);
        var delivery = await host.NextAsync();
        Assert.Equal("/hook", delivery.Path);
        Assert.Equal("Secret_1", delivery.Headers["X-Telegram-Bot-Api-Secret-Token"]);
        Assert.Equal("pushed", (string)JsonNode.Parse(delivery.Body)!["message"]!["text"]!);
    }

    [Theory]
    [InlineData("application/json", """{"method":"sendMessage","chat_id":CHAT,"text":"answered"}""")]
    [InlineData("application/x-www-form-urlencoded", "method=SENDMESSAGE&chat_id=CHAT&text=answered")]
    public async Task A_method_in_the_answer_is_called(string contentType, string body)
    {
        await using var host = await WebhookHost.StartAsync(TimeProvider.System);
        var bot = await Simulator.AddBotAsync();
        var person = await Simulator.AddPersonAsync();
        host.Answer = async (_, context) =>
        {
            context.Response.ContentType = contentType;
            await context.Response.WriteAsync(body.Replace("CHAT", $"{person.Id}", StringComparison.Ordinal));
        };
        await Api.CallAsync(bot, "setWebhook", new JsonObject { ["url"] = host.Url.ToString() });

        await Simulator.WriteAsync(person, bot.Id, "question");

        await host.NextAsync();
        await Simulator.UntilAsync(person, bot.Id, "answered");
    }

    [Fact]
    public async Task The_info_tells_what_is_set()
    {
        var bot = await Simulator.AddBotAsync();
        await Api.CallAsync(bot, "setWebhook", new JsonObject { ["url"] = Nobody, ["max_connections"] = 7, ["allowed_updates"] = new JsonArray("message") });

        var info = (await Api.CallAsync(bot, "getWebhookInfo")).Result;

        Assert.Equal(Nobody, (string)info["url"]!);
        Assert.False((bool)info["has_custom_certificate"]!);
        Assert.Equal(0, (int)info["pending_update_count"]!);
        Assert.Equal(7, (int)info["max_connections"]!);
        Assert.Equal("127.0.0.1", (string)info["ip_address"]!);
        Assert.Equal("message", (string)Assert.Single(info["allowed_updates"]!.AsArray())!);
        Assert.Null(info["last_error_date"]);
    }

    [Fact]
    public async Task Without_a_webhook_the_info_is_short()
    {
        var bot = await Simulator.AddBotAsync();

        var info = (await Api.CallAsync(bot, "getWebhookInfo")).Result;

        Assert.Equal("""{"url":"","has_custom_certificate":false,"pending_update_count":0}""", info.ToJsonString());
    }

    [Fact]
    public async Task A_failure_shows_in_the_info_and_keeps_the_update()
    {
        await using var host = await WebhookHost.StartAsync(TimeProvider.System);
        host.Answer = (_, context) =>
        {
            context.Response.StatusCode = 500;
            return Task.CompletedTask;
        };
        var bot = await Simulator.AddBotAsync();
        await Api.CallAsync(bot, "setWebhook", new JsonObject { ["url"] = host.Url.ToString() });
        await Simulator.WriteAsync(await Simulator.AddPersonAsync(), bot.Id, "lost?");
        await host.NextAsync();
        await host.NextAsync();

        JsonNode info;
        do
            info = (await Api.CallAsync(bot, "getWebhookInfo")).Result;
        while (info["last_error_message"] is null);

        Assert.Equal("Wrong response from the webhook: 500 Internal Server Error", (string)info["last_error_message"]!);
        Assert.Equal(1, (int)info["pending_update_count"]!);
    }

    [Fact]
    public async Task The_same_again_changes_nothing()
    {
        var bot = await Simulator.AddBotAsync();
        await Api.CallAsync(bot, "setWebhook", new JsonObject { ["url"] = Nobody });

        Assert.Equal("Webhook is already set", (await PatientlyAsync(bot, new JsonObject { ["url"] = Nobody })).Description);
    }

    [Theory]
    [InlineData("deleteWebhook")]
    [InlineData("setWebhook")]
    public async Task A_webhook_is_removed_once(string method)
    {
        var bot = await Simulator.AddBotAsync();
        await Api.CallAsync(bot, "setWebhook", new JsonObject { ["url"] = Nobody });

        Assert.Equal("Webhook was deleted", (await Api.CallAsync(bot, method)).Description);
        Assert.Equal("Webhook is already deleted", (await Api.CallAsync(bot, method)).Description);
        Assert.Empty((await Api.CallAsync(bot, "getUpdates")).Result.AsArray());
    }

    [Fact]
    public async Task A_certificate_comes_as_a_file()
    {
        var bot = await Simulator.AddBotAsync();
        using var content = ApiClient.Multipart([KeyValuePair.Create("url", "https://127.0.0.1:8443/")], ("certificate", "cert.pem", "no certificate"u8.ToArray()));

        (await Api.SendAsync("setWebhook", HttpMethod.Post, $"{bot.Path}/setWebhook", content)).Fails(400, "Bad Request: bad webhook: Failed to set custom certificate file");
    }

    [Fact]
    public async Task Too_large_a_certificate_is_refused()
    {
        var bot = await Simulator.AddBotAsync();
        using var content = ApiClient.Multipart([KeyValuePair.Create("url", "https://127.0.0.1:8443/")], ("certificate", "cert.pem", new byte[(3 << 20) + 1]));

        (await Api.SendAsync("setWebhook", HttpMethod.Post, $"{bot.Path}/setWebhook", content)).Fails(400, "Bad Request: certificate size is too big (3145729 bytes)");
    }

    [Theory]
    [InlineData("ftp://example.org/", null, null, "invalid webhook URL specified")]
    [InlineData("https://127.0.0.1/", "not an address", null, "bad webhook: Invalid IP address specified")]
    [InlineData("https://nowhere.invalid/", null, null, "bad webhook: Failed to resolve host: Name or service not known")]
    [InlineData("https://127.0.0.1/", null, "with space", "secret token contains unallowed characters")]
    public async Task What_cannot_be_set_is_refused(string url, string? address, string? secret, string problem)
    {
        var bot = await Simulator.AddBotAsync();

        (await Api.CallAsync(bot, "setWebhook", new JsonObject { ["url"] = url, ["ip_address"] = address, ["secret_token"] = secret })).Fails(400, $"Bad Request: {problem}");
    }

    [Fact]
    public async Task A_long_secret_is_refused()
    {
        var bot = await Simulator.AddBotAsync();

        (await Api.CallAsync(bot, "setWebhook", new JsonObject { ["url"] = Nobody, ["secret_token"] = new string('a', 257) })).Fails(400, "Bad Request: secret token is too long");
    }

    [Fact]
    public async Task One_change_a_second_is_enough()
    {
        var bot = await Simulator.AddBotAsync();
        await Api.CallAsync(bot, "getMe");
        var answers = await Task.WhenAll(Enumerable.Range(0, 3).Select(number => Api.CallAsync(bot, "setWebhook", new JsonObject { ["url"] = $"{Nobody}{number}" })));

        var refused = answers.First(answer => answer.Status == 429).Fails(429, "Too Many Requests: retry after 1");
        Assert.Equal(1, (int)refused.Parameters!["retry_after"]!);
        Assert.Equal("1", refused.Headers.GetValues("Retry-After").Single());
    }

    private async Task<Answer> PatientlyAsync(ApiAccount bot, JsonObject parameters)
    {
        Answer answer;
        do
            answer = await Api.CallAsync(bot, "setWebhook", (JsonObject)parameters.DeepClone());
        while (answer.Status == 429);
        return answer;
    }
}
