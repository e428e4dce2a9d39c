using System.Text.Json.Nodes;
using TelegramRest.Tests.Clients.Drivers;

namespace TelegramRest.Tests.Clients.Server;

/// <summary>Server and simulator as separate processes, killed without a warning: accounts stay logged in, and no update is lost or doubled.</summary>
public sealed class CrashTests
{
    private static readonly string[] Allowed = ["message"];

    [Fact]
    public async Task A_killed_server_has_its_logins_its_queue_and_what_it_missed()
    {
        await using var simulator = await StandaloneSimulator.StartAsync();
        await using var server = await ServerProcess.StartAsync(simulator);
        var (token, person, bot) = await MeetAsync(simulator, server);

        await SayAsync(simulator, person, bot, "before");
        await WaitForPendingAsync(server, token, 2);
        server.Kill();
        await SayAsync(simulator, person, bot, "meanwhile");
        await server.RunAsync();
        await SayAsync(simulator, person, bot, "after");

        Assert.Equal(["/start", "before", "meanwhile", "after"], await TextsAsync(server, token, 4));
    }

    [Fact]
    public async Task With_both_killed_nothing_is_lost_either()
    {
        await using var simulator = await StandaloneSimulator.StartAsync();
        await using var server = await ServerProcess.StartAsync(simulator);
        var (token, person, bot) = await MeetAsync(simulator, server);

        await SayAsync(simulator, person, bot, "before");
        await WaitForPendingAsync(server, token, 2);
        server.Kill();
        await SayAsync(simulator, person, bot, "meanwhile");
        await simulator.RestartAsync();
        await server.RunAsync();
        await SayAsync(simulator, person, bot, "after");

        Assert.Equal(["/start", "before", "meanwhile", "after"], await TextsAsync(server, token, 4));
        var sent = await server.CallAsync(token, "sendMessage", new { chat_id = person, text = "all is well" });
        Assert.Equal("all is well", (string)sent["text"]!);
    }

    [Fact]
    public async Task A_simulator_that_dies_and_returns_is_found_again()
    {
        await using var simulator = await StandaloneSimulator.StartAsync();
        await using var server = await ServerProcess.StartAsync(simulator);
        var (token, person, bot) = await MeetAsync(simulator, server);

        await simulator.RestartAsync();
        await SayAsync(simulator, person, bot, "after");

        Assert.Equal(["/start", "after"], await TextsAsync(server, token, 2));
    }

    [Fact]
    public async Task A_webhook_is_still_set_after_a_kill()
    {
        await using var simulator = await StandaloneSimulator.StartAsync();
        await using var server = await ServerProcess.StartAsync(simulator, "--local", "--insecure");
        var (token, _, _) = await MeetAsync(simulator, server);

        // Nothing listens on the discard port: deliveries fail and the setting must stay.
        await server.CallAsync(token, "setWebhook", new { url = "http://127.0.0.1:9/hook", allowed_updates = Allowed, max_connections = 7 });
        server.Kill();
        await server.RunAsync();
        var info = await server.CallAsync(token, "getWebhookInfo");

        Assert.Equal("http://127.0.0.1:9/hook", (string)info["url"]!);
        Assert.Equal(7, (int)info["max_connections"]!);
        Assert.Equal(1, (int)info["pending_update_count"]!);
    }

    private static async Task<(string Token, long Person, long Bot)> MeetAsync(StandaloneSimulator simulator, ServerProcess server)
    {
        var bot = await simulator.PostAsync("bots", new { name = "Echo", username = "crash_bot" });
        var person = await simulator.PostAsync("users", new { phone_number = "+42000000701", first_name = "Ada" });
        var token = (string)bot["token"]!;
        await server.CallAsync(token, "getMe");
        await SayAsync(simulator, (long)person["id"]!, (long)bot["id"]!, "/start");
        await WaitForPendingAsync(server, token, 1);
        return (token, (long)person["id"]!, (long)bot["id"]!);
    }

    private static Task<JsonNode> SayAsync(StandaloneSimulator simulator, long person, long bot, string text) => simulator.PostAsync("messages", new { from = person, chat = bot, text });

    // A queued update is one that getWebhookInfo counts.
    private static async Task WaitForPendingAsync(ServerProcess server, string token, int count)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while ((int)(await server.CallAsync(token, "getWebhookInfo"))["pending_update_count"]! < count)
            await Task.Delay(20, patience.Token);
    }

    private static async Task<string[]> TextsAsync(ServerProcess server, string token, int count)
    {
        var texts = new List<string>();
        long offset = 0;
        while (texts.Count < count)
        {
            var updates = (await server.CallAsync(token, "getUpdates", new { offset, timeout = 20, allowed_updates = Allowed })).AsArray();
            Assert.NotEmpty(updates);
            texts.AddRange(updates.Select(update => (string)update!["message"]!["text"]!));
            offset = (long)updates[^1]!["update_id"]! + 1;
        }
        Assert.Empty((await server.CallAsync(token, "getUpdates", new { offset, timeout = 1 })).AsArray());
        return [.. texts];
    }
}
