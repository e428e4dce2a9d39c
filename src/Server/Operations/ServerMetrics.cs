namespace TelegramRest.Server.Operations;

/// <summary>Counts for the statistics page; nothing in them names an account.</summary>
internal sealed class ServerMetrics
{
    private readonly long[] _answersByClass = new long[6];
    private long _active;
    private long _webhookDeliveries;
    private long _webhookFailures;

    public long Active => Interlocked.Read(ref _active);

    public long WebhookDeliveries => Interlocked.Read(ref _webhookDeliveries);

    public long WebhookFailures => Interlocked.Read(ref _webhookFailures);

    public void RequestStarted() => Interlocked.Increment(ref _active);

    public void RequestEnded(int status)
    {
        Interlocked.Decrement(ref _active);
        Interlocked.Increment(ref _answersByClass[Math.Clamp(status / 100, 0, 5)]);
    }

    public void WebhookDelivered() => Interlocked.Increment(ref _webhookDeliveries);

    public void WebhookFailed() => Interlocked.Increment(ref _webhookFailures);

    /// <param name="hundreds">1 to 5.</param>
    public long Answers(int hundreds) => Interlocked.Read(ref _answersByClass[hundreds]);
}
