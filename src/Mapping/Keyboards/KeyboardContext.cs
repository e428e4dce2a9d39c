namespace TelegramRest.Mapping.Keyboards;

/// <summary>Where a keyboard will stand, and how to address whom its buttons name.</summary>
public sealed class KeyboardContext
{
    /// <summary>Buttons that ask for something of a person, and web apps in keyboards, stand in private chats only.</summary>
    public bool IsPrivateChat { get; init; } = true;

    /// <summary>In channels only inline keyboards stand.</summary>
    public bool IsChannel { get; init; }

    /// <summary>The Telegram test environment, where plain http is good enough.</summary>
    public bool IsTest { get; init; }

    /// <summary>Addresses the user of a <c>tg://user?id=…</c> button; null when the user is not known.</summary>
    public Func<long, Tl.InputUserBase?>? FindUser { get; init; }

    /// <summary>Addresses the bot of a login button, by the username as given; null when there is none.</summary>
    public Func<string, Tl.InputUserBase?>? FindBot { get; init; }
}
