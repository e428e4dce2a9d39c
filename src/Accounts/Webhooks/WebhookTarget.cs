namespace TelegramRest.Accounts.Webhooks;

/// <summary>A webhook that is to be served.</summary>
/// <param name="QueueId">Names the account's queue in every other call.</param>
/// <param name="Settings">Where and how.</param>
/// <param name="Account">Opens the account (for method calls in a webhook's answer).</param>
public sealed record WebhookTarget(long QueueId, WebhookSettings Settings, Func<CancellationToken, ValueTask<Account>> Account);
