using System.Threading.Channels;
using TelegramRest.Accounts.Webhooks;
using TelegramRest.Server.Operations;

namespace TelegramRest.Server.Webhooks;

/// <summary>
/// Delivers queued updates to all webhooks of the process. One loop owns all state and one timer wakes it; attempts run
/// beside it and report back. An update leaves its queue when the webhook has answered 2xx, never before.
/// </summary>
internal sealed class WebhookDelivery : IWebhookListener, IHostedService, IDisposable
{
    private static readonly TimeSpan GoneForGood = TimeSpan.FromHours(23);
    private static readonly TimeSpan ClockJump = TimeSpan.FromSeconds(1);
    private const int MaxUnreachableBackoffSeconds = 30;

    private readonly Channel<DeliveryEvent> _events = Channel.CreateUnbounded<DeliveryEvent>(new UnboundedChannelOptions { SingleReader = true });
    private readonly Dictionary<long, WebhookQueue> _queues = [];
    private readonly PriorityQueue<WebhookQueue, DateTimeOffset> _timetable = new();
    private readonly CancellationTokenSource _stopping = new();
    private readonly IWebhookSource _source;
    private readonly WebhookClient _client;
    private readonly WebhookConnections _connections;
    private readonly ServerMetrics _metrics;
    private readonly TimeProvider _time;
    private readonly ILogger<WebhookDelivery> _logger;
    private readonly Random _random = new();
    private readonly ITimer _timer;
    private Task _loop = Task.CompletedTask;

    public WebhookDelivery(IWebhookSource source, WebhookClient client, WebhookConnections connections, ServerMetrics metrics, TimeProvider time, ILogger<WebhookDelivery> logger)
    {
        (_source, _client, _connections, _metrics, _time, _logger) = (source, client, connections, metrics, time, logger);
        _timer = time.CreateTimer(_ => _events.Writer.TryWrite(new DeliveryEvent.TimeCame()), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        _loop = Task.Run(RunAsync, CancellationToken.None);
        await _source.AttachAsync(this, cancellationToken);
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await _stopping.CancelAsync();
        _events.Writer.TryComplete();
        await _loop.WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    public void OnSet(WebhookTarget target) => _events.Writer.TryWrite(new DeliveryEvent.WebhookSet(target));

    public void OnRemoved(long queueId) => _events.Writer.TryWrite(new DeliveryEvent.WebhookRemoved(queueId));

    public void OnUpdate(long queueId) => _events.Writer.TryWrite(new DeliveryEvent.UpdateQueued(queueId));

    public void Dispose()
    {
        _timer.Dispose();
        _stopping.Dispose();
        foreach (var queue in _queues.Values)
            _connections.Release(queue.Connections);
    }

    private async Task RunAsync()
    {
        await foreach (var item in _events.Reader.ReadAllAsync())
        {
            try
            {
                await HandleAsync(item);
                ArmTimer();
            }
            catch (Exception error)
            {
                // A fault in one account's queue must not end everybody's delivery.
                Log.DeliveryFailed(_logger, error);
            }
        }
    }

    private async ValueTask HandleAsync(DeliveryEvent item)
    {
        switch (item)
        {
            case DeliveryEvent.WebhookSet set:
                Close(set.Target.QueueId);
                var queue = new WebhookQueue(set.Target, _connections.For(set.Target.Settings));
                _queues.Add(set.Target.QueueId, queue);
                Pump(queue);
                break;
            case DeliveryEvent.WebhookRemoved removed:
                Close(removed.QueueId);
                break;
            case DeliveryEvent.UpdateQueued queued when _queues.TryGetValue(queued.QueueId, out var known):
                known.HasMore = true;
                Pump(known);
                break;
            case DeliveryEvent.Attempted attempted:
                await EndAsync(attempted.Queue, attempted.Lane, attempted.Result);
                break;
            case DeliveryEvent.TimeCame:
                PumpDue();
                break;
        }
    }

    private void Pump(WebhookQueue queue)
    {
        if (queue.IsClosed || _stopping.IsCancellationRequested)
            return;
        queue.Load(_source);
        var now = _time.GetUtcNow();
        while (queue.Next(now) is { } lane)
        {
            var update = lane.Updates.Peek();
            if (update.ExpiresAt <= now.ToUnixTimeSeconds())
            {
                // The stored queue forgets it by itself.
                queue.Remove(lane);
                continue;
            }

            queue.Start(lane);
            _ = AttemptAsync(queue, lane, update.Json);
        }

        if (queue.NextWake() is { } wake && wake > now && (queue.ScheduledAt is not { } scheduled || wake < scheduled))
        {
            queue.ScheduledAt = wake;
            _timetable.Enqueue(queue, wake);
        }
    }

    private async Task AttemptAsync(WebhookQueue queue, Lane lane, ReadOnlyMemory<byte> update)
    {
        DeliveryResult result;
        try
        {
            result = await _client.SendAsync(queue.Connections, queue.Target, update, _stopping.Token);
        }
        catch (OperationCanceledException)
        {
            return;
        }
        catch (Exception error)
        {
            Log.DeliveryFailed(_logger, error);
            result = new DeliveryResult("Can't connect to the webhook", 0, null);
        }

        _events.Writer.TryWrite(new DeliveryEvent.Attempted(queue, lane, result));
    }

    private async ValueTask EndAsync(WebhookQueue queue, Lane lane, DeliveryResult result)
    {
        queue.End(lane);
        if (result.IsDelivered)
            _metrics.WebhookDelivered();
        else
            _metrics.WebhookFailed();
        if (queue.IsClosed)
            return;

        if (result.IsDelivered)
            await DeliveredAsync(queue, lane);
        else
            await FailedAsync(queue, lane, result);
        Pump(queue);
    }

    private async ValueTask DeliveredAsync(WebhookQueue queue, Lane lane)
    {
        queue.LastSuccess = _time.GetUtcNow();
        queue.GoneSince = null;
        queue.Unreachable = 0;
        queue.ResumeAt = DateTimeOffset.MinValue;
        var update = lane.Updates.Peek();
        queue.Remove(lane);
        await _source.ConfirmAsync(queue.Target.QueueId, update.Id);
    }

    private async ValueTask FailedAsync(WebhookQueue queue, Lane lane, DeliveryResult result)
    {
        var now = _time.GetUtcNow();
        await _source.RecordErrorAsync(queue.Target.QueueId, result.Error!);

        if (result.Status != StatusCodes.Status410Gone)
            queue.GoneSince = null;
        else if (now - (queue.GoneSince ??= now) > GoneForGood)
        {
            await _source.RemoveAsync(queue.Target.QueueId);
            return;
        }

        if (result.IsUnreachable)
        {
            queue.ResumeAt = now + TimeSpan.FromSeconds(Math.Min(1 << Math.Min(queue.Unreachable, 5), MaxUnreachableBackoffSeconds));
            queue.Unreachable++;
            return;
        }

        queue.Unreachable = 0;
        if (result.RetryAfter is null)
            lane.Failures++;
        lane.WakeAt = now + (result.RetryAfter ?? RetryDelay.After(lane.Failures, _random));

        var update = lane.Updates.Peek();
        if (lane.WakeAt.ToUnixTimeSeconds() < update.ExpiresAt)
            return;
        queue.Remove(lane);
        await _source.ConfirmAsync(queue.Target.QueueId, update.Id);
    }

    private void PumpDue()
    {
        var now = _time.GetUtcNow();
        while (_timetable.TryPeek(out var queue, out var at) && at <= now)
        {
            _timetable.Dequeue();
            queue.ScheduledAt = null;
            Pump(queue);
        }
    }

    private void ArmTimer()
    {
        if (!_timetable.TryPeek(out _, out var at))
            return;

        // A timer counts from the moment it is armed: when the clock jumped meanwhile (a suspended machine), it is armed again.
        DateTimeOffset before, after = _time.GetUtcNow();
        do
        {
            before = after;
            _timer.Change(Later(at - before), Timeout.InfiniteTimeSpan);
            after = _time.GetUtcNow();
        }
        while (after - before >= ClockJump || (before < at && after >= at));
    }

    // Timers count whole milliseconds; rounding down would wake the loop too early.
    private static TimeSpan Later(TimeSpan delay) => delay > TimeSpan.Zero ? TimeSpan.FromMilliseconds(Math.Ceiling(delay.TotalMilliseconds)) : TimeSpan.Zero;

    private void Close(long queueId)
    {
        if (!_queues.Remove(queueId, out var queue))
            return;
        queue.IsClosed = true;
        _connections.Release(queue.Connections);
    }
}
