namespace TelegramRest.Generator.OpenApi.Diff;

/// <summary>What a change means to those who call; the worst comes first.</summary>
internal enum Severity
{
    Breaking,
    Additive,
    Documentation,
}
