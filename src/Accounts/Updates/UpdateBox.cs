namespace TelegramRest.Accounts.Updates;

/// <summary>The sequence that an update counts in.</summary>
internal enum UpdateBox
{
    /// <summary>Ordered by its container, if at all.</summary>
    None,
    Account,
    Secondary,
    Channel,
}
