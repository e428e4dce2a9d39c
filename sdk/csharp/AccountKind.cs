namespace TelegramRest.Client;

/// <summary>Whose account a token opens.</summary>
public enum AccountKind
{
    Bot,

    /// <summary>A person's own account, logged in through <see cref="TelegramLoginClient"/>.</summary>
    User,
}
