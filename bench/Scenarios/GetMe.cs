namespace TelegramRest.Bench.Scenarios;

internal sealed class GetMe : IScenario
{
    public string Name => "getMe";

    public async Task<IReadOnlyList<Row>> RunAsync(Rig rig)
    {
        var token = await rig.NewBotAsync("Bench");
        return await AgainstBareEndpoint.CompareAsync(rig, "getMe", 20_000, 1.5, _ => $"/bot{token}/getMe");
    }
}
