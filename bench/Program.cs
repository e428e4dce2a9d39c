using TelegramRest.Bench;
using TelegramRest.Bench.Scenarios;

if (args is ["baseline", var port, var bodyFile])
{
    await BareEndpoint.RunAsync(int.Parse(port, System.Globalization.CultureInfo.InvariantCulture), await File.ReadAllBytesAsync(bodyFile));
    return 0;
}

IScenario[] scenarios = [new GetMe(), new ParameterError(), new SendMessage(), new GetUpdates(), new FileTransfer(), new IdleAccounts(), new Startup()];
var chosen = args.Length == 0 ? scenarios : [.. scenarios.Where(scenario => args.Contains(scenario.Name, StringComparer.OrdinalIgnoreCase))];
if (chosen.Length == 0)
{
    Console.Error.WriteLine($"Unknown scenario. Known: {string.Join(", ", scenarios.Select(scenario => scenario.Name))}");
    return 1;
}

Console.WriteLine("| what | measured | reference | ratio or figure | budget |");
Console.WriteLine("|---|---|---|---|---|");
foreach (var scenario in chosen)
{
    await using var rig = await Rig.StartAsync();
    foreach (var row in await scenario.RunAsync(rig))
    {
        Console.WriteLine($"| {row.What} | {row.Measured} | {row.Reference} | {row.Figure} | {row.Budget} |");
    }
}

return 0;
