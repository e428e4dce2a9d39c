using System.Diagnostics;
using System.Globalization;

namespace TelegramRest.Bench.Scenarios;

/// <summary>From the start of the process to the first answered getMe, with a store that already holds many accounts.</summary>
internal sealed class Startup : IScenario
{
    private const int Accounts = 1_000;

    public string Name => "startup";

    public async Task<IReadOnlyList<Row>> RunAsync(Rig rig)
    {
        using var client = Load.NewClient();
        var tokens = new string[Accounts];
        await Load.RunAsync(client, Accounts, async (http, number) =>
        {
            tokens[number - 1] = await rig.NewBotAsync($"Warm {number}");
            using var response = await http.GetAsync(new Uri(rig.ServerUri, $"/bot{tokens[number - 1]}/getMe"));
            response.EnsureSuccessStatusCode();
        });

        await rig.Server.KillAsync();
        var started = Stopwatch.StartNew();
        await rig.StartServerAsync();
        await client.GetStringAsync(new Uri(rig.ServerUri, $"/bot{tokens[0]}/getMe"));
        var took = string.Create(CultureInfo.InvariantCulture, $"{started.Elapsed.TotalSeconds:0.00} s");
        return [new Row($"start to first getMe after a kill, {Accounts:N0} accounts in the store", took, "–", took, "≤ 2 s")];
    }
}
