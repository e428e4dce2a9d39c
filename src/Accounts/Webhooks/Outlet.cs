using TelegramRest.Accounts.Queue;

namespace TelegramRest.Accounts.Webhooks;

/// <summary>Where an account's updates leave the house: its queue, drained by getUpdates or by its webhook. Exists without a running account.</summary>
internal sealed record Outlet(long QueueId, UpdateQueue Queue, UpdatePolling Polling, AllowedUpdates Allowed, Webhook Webhook);
