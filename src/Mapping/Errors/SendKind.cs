namespace TelegramRest.Mapping.Errors;

/// <summary>What was to be sent, as far as refusals are worded after it.</summary>
public enum SendKind
{
    Other,
    Game,
    Invoice,
    Poll,
    Contact,
    Story,
}
