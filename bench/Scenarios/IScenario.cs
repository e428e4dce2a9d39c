namespace TelegramRest.Bench.Scenarios;

/// <summary>One budget of the design: what is done, what it is held against, in one run.</summary>
internal interface IScenario
{
    string Name { get; }

    Task<IReadOnlyList<Row>> RunAsync(Rig rig);
}
