using TelegramRest.Accounts.Webhooks;

namespace TelegramRest.Server.Webhooks;

/// <summary>News for the delivery loop.</summary>
internal abstract record DeliveryEvent
{
    internal sealed record WebhookSet(WebhookTarget Target) : DeliveryEvent;

    internal sealed record WebhookRemoved(long QueueId) : DeliveryEvent;

    internal sealed record UpdateQueued(long QueueId) : DeliveryEvent;

    internal sealed record Attempted(WebhookQueue Queue, Lane Lane, DeliveryResult Result) : DeliveryEvent;

    internal sealed record TimeCame : DeliveryEvent;
}
