using System.Text.Json.Nodes;
using TelegramRest.Tests.Clients.Drivers;
using TelegramRest.Tests.Clients.Simulator;

namespace TelegramRest.Tests.Clients.Server;

/// <summary>Albums, keyboards and polls of two bot libraries, as a person's mtcute sees them and answers.</summary>
public sealed class ContentTests(SimulatorFixture simulator) : IClassFixture<SimulatorFixture>
{
    [NodeFact]
    public Task A_person_sees_what_a_grammY_bot_sends() => ConverseAsync("grammy.mjs", "content_grammy_bot", "+42000000701");

    [NodeFact]
    public Task A_person_sees_what_a_Telegraf_bot_sends() => ConverseAsync("telegraf.mjs", "content_telegraf_bot", "+42000000702");

    private async Task ConverseAsync(string library, string username, string phone)
    {
        await using var server = await ServerProcess.StartAsync(simulator.Host);
        await using var bot = NodeClient.Start(library);
        var made = await simulator.PostAsync("bots", new { name = "Content", username });
        await bot.CallAsync("poll", new { root = server.Root, token = (string)made["token"]! });
        await simulator.PostAsync("users", new { phone_number = phone, first_name = "Ada" });
        await using var person = NodeClient.Start("mtcute.mjs");
        await person.CallAsync("connect", simulator.Address());
        await PhoneLogin.SignInAsync(simulator, person, phone);

        await SayAsync(person, username, "/album");
        var first = await person.EventAsync("message", message => (string?)message["text"] == "one");
        var second = await person.EventAsync("message", message => (string?)message["text"] == "two");
        Assert.Equal(["one.bin", "two.bin"], new[] { first, second }.Select(message => (string)message["fileName"]!));
        Assert.NotNull((string?)first["group"]);
        Assert.Equal((string)first["group"]!, (string)second["group"]!);

        await SayAsync(person, username, "/keyboard");
        var keyboard = await person.EventAsync("message", message => (string?)message["text"] == "choose");
        Assert.Equal(["left", "right"], keyboard["buttons"]!.AsArray().Select(button => (string)button!));

        await SayAsync(person, username, "/poll");
        var poll = await person.EventAsync("message", message => (string?)message["media"] == "poll");
        await person.CallAsync("vote", new { chat = username, message = (int)poll["id"]!, option = 1 });
        await person.EventAsync("message", message => (string?)message["text"] == "voted 1");
    }

    private static Task<JsonNode?> SayAsync(NodeClient person, string chat, string text) => person.CallAsync("sendText", new { chat, text });
}
