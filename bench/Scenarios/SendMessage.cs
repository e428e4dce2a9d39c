using System.Text.Json.Nodes;

namespace TelegramRest.Bench.Scenarios;

internal sealed class SendMessage : IScenario
{
    public string Name => "sendMessage";

    public async Task<IReadOnlyList<Row>> RunAsync(Rig rig)
    {
        var token = await rig.NewBotAsync("Bench");
        var chat = await BenchChat.CreateAsync(rig, token);
        var body = new JsonObject { ["chat_id"] = chat, ["text"] = "A message of ordinary length, as a bot would send it." }.ToJsonString();
        return await AgainstBareEndpoint.CompareAsync(rig, "sendMessage (simulator in another process)", 4_000, 3, _ => $"/bot{token}/sendMessage", body);
    }
}
