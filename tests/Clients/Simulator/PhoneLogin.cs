using System.Text.Json.Nodes;
using TelegramRest.Tests.Clients.Drivers;

namespace TelegramRest.Tests.Clients.Simulator;

/// <summary>A person logs in with the code that the control surface shows.</summary>
internal static class PhoneLogin
{
    public static async Task<JsonNode> SignInAsync(SimulatorFixture simulator, NodeClient client, string phone)
    {
        var sent = await client.CallAsync("sendCode", new { phone });
        var code = await simulator.CodeAsync(phone);
        return (await client.CallAsync("signIn", new { phone, hash = (string)sent!["hash"]!, code }))!;
    }
}
