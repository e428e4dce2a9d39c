using TelegramRest.Tests.Clients.Drivers;
using TelegramRest.Tests.Clients.Simulator;

namespace TelegramRest.Tests.Clients.Server;

/// <summary>A second library: a Telegraf bot by long polling.</summary>
public sealed class TelegrafTests(SimulatorFixture simulator) : IClassFixture<SimulatorFixture>
{
    [NodeFact]
    public async Task A_polling_bot_answers_a_person()
    {
        const string phone = "+42000000601";
        await using var server = await ServerProcess.StartAsync(simulator.Host);
        await using var bot = NodeClient.Start("telegraf.mjs");
        var made = await simulator.PostAsync("bots", new { name = "Echo", username = "telegraf_bot" });
        await bot.CallAsync("poll", new { root = server.Root, token = (string)made["token"]! });
        await simulator.PostAsync("users", new { phone_number = phone, first_name = "Ada" });
        await using var person = NodeClient.Start("mtcute.mjs");
        await person.CallAsync("connect", simulator.Address());
        await PhoneLogin.SignInAsync(simulator, person, phone);

        await person.CallAsync("sendText", new { chat = "telegraf_bot", text = "good evening" });

        await person.EventAsync("message", message => (string?)message["text"] == "echo: good evening");
    }
}
