namespace TelegramRest.Accounts.Storage;

/// <param name="SecretToken">Protected.</param>
/// <param name="LastErrorDate">Unix seconds.</param>
internal sealed record WebhookRow(
    long QueueId, string Url, byte[]? Certificate, string? FixedIp, string? ResolvedIp, int MaxConnections, byte[]? SecretToken,
    long? LastErrorDate, string? LastErrorMessage);
