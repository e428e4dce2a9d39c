namespace TelegramRest.Server.Webhooks;

/// <summary>What became of one attempt.</summary>
/// <param name="Error">As getWebhookInfo will show it; null when the update arrived.</param>
/// <param name="Status">The HTTP status; 0 when there was no answer.</param>
/// <param name="RetryAfter">What the host asked for; null to use our own delay.</param>
internal readonly record struct DeliveryResult(string? Error, int Status, TimeSpan? RetryAfter)
{
    public bool IsDelivered => Error is null;

    /// <summary>The host could not be reached at all; its other updates need not try now.</summary>
    public bool IsUnreachable => Status == 0;
}
