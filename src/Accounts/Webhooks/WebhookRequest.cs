using TelegramRest.BotApi;

namespace TelegramRest.Accounts.Webhooks;

/// <summary>setWebhook as the caller asks for it.</summary>
public sealed record WebhookRequest
{
    /// <summary>Empty removes the webhook.</summary>
    public string Url { get; init; } = "";

    /// <summary>Only an upload counts; a string is ignored.</summary>
    public InputFile? Certificate { get; init; }

    public string? IpAddress { get; init; }

    public int? MaxConnections { get; init; }

    public IReadOnlyList<string>? AllowedUpdates { get; init; }

    public bool DropPendingUpdates { get; init; }

    public string? SecretToken { get; init; }
}
