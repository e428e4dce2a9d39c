namespace TelegramRest.Bench.Scenarios;

internal sealed class ParameterError : IScenario
{
    public string Name => "parameterError";

    public async Task<IReadOnlyList<Row>> RunAsync(Rig rig)
    {
        var token = await rig.NewBotAsync("Bench");
        return await AgainstBareEndpoint.CompareAsync(rig, "parameter error", 20_000, 1.5, _ => $"/bot{token}/sendMessage");
    }
}
