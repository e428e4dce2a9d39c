namespace TelegramRest.Generator.OpenApi.Model;

/// <summary>What breaking a constraint does; <c>x-on-violation</c>.</summary>
internal enum OnViolation
{
    /// <summary>The constraint only informs; Telegram itself may check it.</summary>
    None,
    Clamp,
    Ignore,
    Default,
    Error,
}
