using System.Security.Cryptography;
using TelegramRest.Tests.Clients.Drivers;
using TelegramRest.Tests.Clients.Simulator;

namespace TelegramRest.Tests.Clients.Server;

/// <summary>The main job, end to end: a person's mtcute, the simulator, our server, a grammY bot, and all the way back.</summary>
public sealed class GrammyTests(SimulatorFixture simulator) : IClassFixture<SimulatorFixture>
{
    private const string Password = "correct horse";

    [NodeFact]
    public async Task A_polling_bot_answers_a_person()
    {
        await using var server = await ServerProcess.StartAsync(simulator.Host);
        await using var bot = NodeClient.Start("grammy.mjs");
        var made = await simulator.PostAsync("bots", new { name = "Echo", username = "grammy_poll_bot" });

        var started = await bot.CallAsync("poll", new { root = server.Root, token = (string)made["token"]! });
        Assert.Equal("grammy_poll_bot", (string)started!["username"]!);

        await ConverseAsync("grammy_poll_bot", "+42000000501");
        await bot.CallAsync("stop");
    }

    [NodeFact]
    public async Task An_inline_bot_is_asked_chosen_from_and_edits_what_was_sent()
    {
        await using var server = await ServerProcess.StartAsync(simulator.Host);
        await using var bot = NodeClient.Start("grammy.mjs");
        var made = await simulator.PostAsync("bots", new { name = "Inline", username = "grammy_inline_bot", inline_placeholder = "search", inline_feedback = true });
        await bot.CallAsync("poll", new { root = server.Root, token = (string)made["token"]! });
        const string phone = "+42000000507";
        await simulator.PostAsync("users", new { phone_number = phone, first_name = "Ada" });
        await using var person = NodeClient.Start("mtcute.mjs");
        await person.CallAsync("connect", simulator.Address());
        await PhoneLogin.SignInAsync(simulator, person, phone);

        var offered = await person.CallAsync("askInline", new { bot = "grammy_inline_bot", query = "tea", chat = "me" });
        await person.CallAsync("chooseInline", new { chat = "me", result = "first" });

        Assert.Equal(["article First", "contact Ada"], offered!.AsArray().Select(result => $"{result!["type"]} {result["title"]}"));
        var sent = await person.EventAsync("message", message => (string?)message["text"] == "you asked for tea");
        Assert.Equal("more", (string)sent["buttons"]![0]!);
        await person.EventAsync("edit", message => (string?)message["text"] == "chosen: first");
        await bot.CallAsync("stop");
    }

    [NodeFact]
    public async Task A_webhook_bot_answers_a_person()
    {
        await using var server = await ServerProcess.StartAsync(simulator.Host, "--local", "--insecure");
        await using var bot = NodeClient.Start("grammy.mjs");
        var made = await simulator.PostAsync("bots", new { name = "Echo", username = "grammy_hook_bot" });

        await bot.CallAsync("webhook", new { root = server.Root, token = (string)made["token"]!, secret = "a-secret_token" });

        await ConverseAsync("grammy_hook_bot", "+42000000502");
        var info = await bot.CallAsync("webhookInfo");
        Assert.Equal(0, (int)info!["pending_update_count"]!);
        Assert.Null(info["last_error_message"]);
    }

    [NodeFact]
    public async Task A_wrong_token_is_unauthorized()
    {
        await using var server = await ServerProcess.StartAsync(simulator.Host);
        await using var bot = NodeClient.Start("grammy.mjs");

        var error = await Assert.ThrowsAsync<NodeClientException>(() => bot.CallAsync("poll", new { root = server.Root, token = "7000000999:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA" }));

        Assert.Contains("401: Unauthorized", error.Message, StringComparison.Ordinal);
    }

    [NodeFact]
    public async Task Behind_a_server_with_another_RSA_key_no_bot_starts()
    {
        using var stranger = RSA.Create(2048);
        await using var server = await ServerProcess.StartAsync(simulator.Host.DataCenters, stranger.ExportRSAPublicKeyPem());
        await using var bot = NodeClient.Start("grammy.mjs");
        var made = await simulator.PostAsync("bots", new { name = "Echo", username = "grammy_none_bot" });

        await Assert.ThrowsAsync<NodeClientException>(() => bot.CallAsync("poll", new { root = server.Root, token = (string)made["token"]! }, TimeSpan.FromSeconds(10)));
    }

    [NodeFact]
    public async Task Without_a_server_no_bot_starts()
    {
        await using var server = await ServerProcess.StartAsync(simulator.Host);
        var root = server.Root;
        server.Kill();
        await using var bot = NodeClient.Start("grammy.mjs");
        var made = await simulator.PostAsync("bots", new { name = "Echo", username = "grammy_lost_bot" });

        await Assert.ThrowsAsync<NodeClientException>(() => bot.CallAsync("poll", new { root, token = (string)made["token"]! }, TimeSpan.FromSeconds(5)));
    }

    private async Task ConverseAsync(string botUsername, string phone)
    {
        await simulator.PostAsync("users", new { phone_number = phone, first_name = "Ada", password = Password });
        await using var person = NodeClient.Start("mtcute.mjs");
        await person.CallAsync("connect", simulator.Address());
        await Assert.ThrowsAsync<NodeClientException>(() => PhoneLogin.SignInAsync(simulator, person, phone));
        await person.CallAsync("password", new { password = Password });

        await person.CallAsync("sendText", new { chat = botUsername, text = "/start" });
        await person.EventAsync("message", message => (string?)message["text"] == "welcome");

        var sent = await person.CallAsync("sendText", new { chat = botUsername, text = "good evening" });
        var echo = await person.EventAsync("message", message => (string?)message["text"] == "echo: good evening");
        Assert.Equal((int)sent!["id"]!, (int)echo["replyTo"]!);

        await person.CallAsync("sendText", new { chat = botUsername, text = "/file" });
        var file = await person.EventAsync("message", message => (string?)message["fileName"] == "sevens.bin");
        var downloaded = await person.CallAsync("download", new { chat = botUsername, message = (int)file["id"]! });
        Assert.Equal(5000, (int)downloaded!["size"]!);

        await person.CallAsync("sendText", new { chat = botUsername, text = "/buttons" });
        var buttons = await person.EventAsync("message", message => (string?)message["text"] == "press");
        var answer = await person.CallAsync("press", new { chat = botUsername, message = (int)buttons["id"]!, data = "payload" });
        Assert.Equal("pressed payload", (string)answer!["text"]!);
    }
}
