using TelegramRest.Tests.Clients.Drivers;
using TelegramRest.Tests.Clients.Simulator;

namespace TelegramRest.Tests.Clients.Server;

/// <summary>The same world read by two layers: the server writes in the newest one, mtcute reads in 227.</summary>
public sealed class MtcuteLayerTests(SimulatorFixture simulator) : IClassFixture<SimulatorFixture>
{
    [NodeFact]
    public async Task What_the_server_writes_is_read_in_an_older_layer()
    {
        var bot = await simulator.PostAsync("bots", new { name = "Writer", username = "newer_bot" });
        var (token, botId) = ((string)bot["token"]!, (long)bot["id"]!);
        var person = (long)(await simulator.PostAsync("users", new { phone_number = "+42000000601", first_name = "Ada" }))["id"]!;
        await using var client = NodeClient.Start("mtcute.mjs");
        await client.CallAsync("connect", simulator.Address());
        await PhoneLogin.SignInAsync(simulator, client, "+42000000601");
        await client.CallAsync("sendText", new { chat = "newer_bot", text = "/start" });
        await using var server = await ServerProcess.StartAsync(simulator.Host);

        await server.CallAsync(token, "sendRichMessage", new { chat_id = person, rich_message = new { html = "<h1>News</h1><p>All is <b>well</b>.</p>" } });
        var article = await client.EventAsync("message", message => message["blocks"]!.AsArray().Count > 0);
        await server.CallAsync(token, "sendPoll", new { chat_id = person, question = "Well?", options = (object[])[new { text = "Yes" }, new { text = "No" }], is_anonymous = false, allow_adding_options = true });
        var poll = await client.EventAsync("message", message => (string?)message["media"] == "poll");
        var voted = await client.CallAsync("vote", new { chat = botId, message = (int)poll["id"]!, option = 0 });

        Assert.Equal(["pageBlockHeading1", "pageBlockParagraph"], article["blocks"]!.AsArray().Select(block => (string)block!));
        Assert.Equal(1, (int)voted!["voters"]!);
        Assert.DoesNotContain(client.Unclaimed, each => (string?)each["event"] == "error");
    }
}
