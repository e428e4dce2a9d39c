namespace TelegramRest.Accounts;

/// <summary>Lets <paramref name="capacity"/> events through at once and refills over <paramref name="period"/>.</summary>
internal sealed class TokenBucket(int capacity, TimeSpan period, TimeProvider time)
{
    private readonly Lock gate = new();
    private double level = capacity;
    private long updatedAt = time.GetTimestamp();

    /// <param name="wait">Until the next one would pass.</param>
    public bool TryTake(out TimeSpan wait)
    {
        lock (gate)
        {
            var now = time.GetTimestamp();
            level = Math.Min(capacity, level + (time.GetElapsedTime(updatedAt, now) / period * capacity));
            updatedAt = now;
            if (level >= 1)
            {
                level--;
                wait = TimeSpan.Zero;
                return true;
            }

            wait = (1 - level) / capacity * period;
            return false;
        }
    }
}
