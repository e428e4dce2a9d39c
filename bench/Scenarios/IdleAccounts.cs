using System.Globalization;

namespace TelegramRest.Bench.Scenarios;

/// <summary>Resident memory per bot that is logged in, connected and quiet.</summary>
internal sealed class IdleAccounts : IScenario
{
    private const int Warm = 100;
    private const int Accounts = 2_000;

    public string Name => "idle";

    public async Task<IReadOnlyList<Row>> RunAsync(Rig rig)
    {
        using var client = Load.NewClient();
        await LogInAsync(rig, client, Warm);
        await rig.SettleAsync();
        var before = rig.Server.ResidentBytes;
        var took = await LogInAsync(rig, client, Accounts);
        await rig.SettleAsync();
        var each = (rig.Server.ResidentBytes - before) / (double)Accounts;
        return
        [
            new Row($"memory per idle account ({Accounts:N0} of them)", Kibibytes(each), "–", Kibibytes(each), "≤ 64 KiB"),
            new Row($"log-in with key exchange ({Accounts:N0} of them)", string.Create(CultureInfo.InvariantCulture, $"{took.TotalMilliseconds / Accounts:0.0} ms each"), "–", "–", "–"),
        ];
    }

    private static string Kibibytes(double bytes) => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1024:0.0} KiB");

    private static Task<TimeSpan> LogInAsync(Rig rig, HttpClient client, int count) =>
        Load.RunAsync(client, count, async (http, number) =>
        {
            var token = await rig.NewBotAsync($"Idle {number}");
            using var response = await http.GetAsync(new Uri(rig.ServerUri, $"/bot{token}/getMe"));
            response.EnsureSuccessStatusCode();
        });
}
