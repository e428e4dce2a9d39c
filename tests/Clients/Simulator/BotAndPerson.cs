using TelegramRest.Tests.Clients.Drivers;

namespace TelegramRest.Tests.Clients.Simulator;

/// <summary>A bot and a person, each logged in through an mtcute of its own.</summary>
internal sealed record BotAndPerson(NodeClient Bot, long BotId, NodeClient Person, long PersonId) : IAsyncDisposable
{
    public static async Task<BotAndPerson> StartAsync(SimulatorFixture simulator, string botUsername, string phone)
    {
        var bot = await simulator.PostAsync("bots", new { name = "Echo", username = botUsername });
        var person = await simulator.PostAsync("users", new { phone_number = phone, first_name = "Ada" });

        var botClient = NodeClient.Start("mtcute.mjs");
        await botClient.CallAsync("connect", simulator.Address());
        await botClient.CallAsync("loginBot", new { token = (string)bot["token"]! });

        var personClient = NodeClient.Start("mtcute.mjs");
        await personClient.CallAsync("connect", simulator.Address());
        await PhoneLogin.SignInAsync(simulator, personClient, phone);
        return new BotAndPerson(botClient, (long)bot["id"]!, personClient, (long)person["id"]!);
    }

    public async ValueTask DisposeAsync()
    {
        await Bot.DisposeAsync();
        await Person.DisposeAsync();
    }
}
