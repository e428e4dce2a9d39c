namespace TelegramRest.Accounts.Webhooks;

/// <summary>Where an account's updates are pushed.</summary>
public sealed record WebhookSettings
{
    /// <summary>As given, never empty.</summary>
    public required string Url { get; init; }

    /// <summary>PEM of the only trusted certificate; null for the system's trust.</summary>
    public ReadOnlyMemory<byte>? Certificate { get; init; }

    /// <summary>Fixed by the caller; DNS is not asked then.</summary>
    public string? FixedIpAddress { get; init; }

    /// <summary>The address that was verified when the webhook was set, for getWebhookInfo.</summary>
    public string? ResolvedIpAddress { get; init; }

    public int MaxConnections { get; init; } = 40;

    /// <summary>Sent in <c>X-Telegram-Bot-Api-Secret-Token</c>.</summary>
    public string? SecretToken { get; init; }
}
