namespace TelegramRest.Accounts.Peers;

/// <summary>Whom a username meant when last asked.</summary>
internal sealed record ResolvedName(long ChatId, DateTimeOffset ExpiresAt);
