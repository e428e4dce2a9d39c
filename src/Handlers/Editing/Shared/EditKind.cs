namespace TelegramRest.Handlers.Editing.Shared;

/// <summary>What part of a message is to change. Not every message has every part.</summary>
internal enum EditKind
{
    Text,
    Caption,
    Media,
    Markup,
    LiveLocation,
}
