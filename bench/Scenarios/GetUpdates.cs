using System.Text.Json.Nodes;

namespace TelegramRest.Bench.Scenarios;

internal sealed class GetUpdates : IScenario
{
    public string Name => "getUpdates";

    public async Task<IReadOnlyList<Row>> RunAsync(Rig rig)
    {
        var token = await rig.NewBotAsync("Bench");
        var target = $"/bot{token}/getUpdates";
        using var client = Load.NewClient();
        await client.GetStringAsync(new Uri(rig.ServerUri, target));
        var person = await BenchChat.CreateAsync(rig, token);
        for (var number = 1; number < 100; number++)
        {
            await BenchChat.WriteAsync(rig, person, token, $"Message {number}");
        }

        JsonArray updates;
        while ((updates = await ReadAsync(client, new Uri(rig.ServerUri, target))).Count < 100)
        {
            await Task.Delay(600);
        }

        // Successive calls with one offset are slowed on purpose. 0 and the first update's id read the same batch and confirm nothing.
        var first = (long)updates[0]!["update_id"]!;
        return await AgainstBareEndpoint.CompareAsync(rig, "getUpdates, 100 queued updates", 2_000, 2, number => $"{target}?offset={(number % 2 == 0 ? 0 : first)}");
    }

    private static async Task<JsonArray> ReadAsync(HttpClient client, Uri uri) => JsonNode.Parse(await client.GetStringAsync(uri))!["result"]!.AsArray();
}
