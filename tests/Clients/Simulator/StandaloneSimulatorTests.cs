using System.Security.Cryptography;
using TelegramRest.Tests.Clients.Drivers;

namespace TelegramRest.Tests.Clients.Simulator;

/// <summary>The simulator in a process of its own, killed without a warning.</summary>
public sealed class StandaloneSimulatorTests
{
    [NodeFact]
    public async Task A_killed_simulator_comes_back_with_its_key_its_logins_and_its_messages()
    {
        await using var simulator = await StandaloneSimulator.StartAsync();
        var pem = simulator.Pem;
        var bot = await simulator.PostAsync("bots", new { name = "Echo", username = "kill_bot" });
        await using var client = NodeClient.Start("mtcute.mjs");
        await client.CallAsync("connect", simulator.Address());
        await client.CallAsync("loginBot", new { token = (string)bot["token"]! });
        var person = await simulator.PostAsync("users", new { phone_number = "+42000000301", first_name = "Ada" });
        var chat = (long)bot["id"]!;
        await simulator.PostAsync("messages", new { from = (long)person["id"]!, chat, text = "before" });
        await client.EventAsync("message", message => (string?)message["text"] == "before");

        await simulator.RestartAsync();

        Assert.Equal(pem, simulator.Pem);
        Assert.Equal("kill_bot", (string)(await client.CallAsync("getMe"))!["username"]!);
        await simulator.PostAsync("messages", new { from = (long)person["id"]!, chat, text = "after" });
        await client.EventAsync("message", message => (string?)message["text"] == "after");
    }

    [NodeFact]
    public async Task Its_key_file_is_what_clients_need()
    {
        await using var simulator = await StandaloneSimulator.StartAsync();
        using var key = RSA.Create();

        key.ImportFromPem(simulator.Pem);

        Assert.StartsWith("-----BEGIN RSA PUBLIC KEY-----", simulator.Pem, StringComparison.Ordinal);
        Assert.Equal(2048, key.KeySize);
        Assert.Throws<CryptographicException>(() => key.ExportParameters(includePrivateParameters: true));
    }
}
