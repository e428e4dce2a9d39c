namespace TelegramRest.Accounts;

/// <summary>Why an account's instance ended.</summary>
internal enum AccountEnd
{
    /// <summary>Asked for; everything stays stored.</summary>
    Closed,

    /// <summary>Asked for; nothing stays stored.</summary>
    LoggedOut,

    /// <summary>Telegram ended the session.</summary>
    Revoked,
}
