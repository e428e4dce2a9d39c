namespace TelegramRest.Server.Webhooks;

/// <summary>How long an update waits after a failure: not at all, then 2, 4, 8… seconds up to a cap that differs from update to update.</summary>
internal static class RetryDelay
{
    private const int MinimumCap = 60;
    private const int MaximumCap = 120;

    /// <param name="failures">Failures so far, this one included.</param>
    /// <param name="random">Spreads the caps.</param>
    public static TimeSpan After(int failures, Random random)
    {
        if (failures <= 1)
            return TimeSpan.Zero;
        var cap = random.Next(MinimumCap, MaximumCap + 1);
        return TimeSpan.FromSeconds(failures > 7 ? cap : Math.Min(1 << (failures - 1), cap));
    }
}
