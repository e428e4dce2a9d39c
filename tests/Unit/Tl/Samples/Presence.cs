namespace TelegramRest.Tests.Unit.Tl.Samples;

/// <summary>Which optional fields a sample has.</summary>
public enum Presence
{
    None,
    All,
    Some,
}
