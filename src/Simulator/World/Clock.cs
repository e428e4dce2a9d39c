namespace TelegramRest.Simulator.World;

/// <summary>The world's time in the unit that Telegram uses.</summary>
internal sealed class Clock(TimeProvider time)
{
    public TimeProvider Provider => time;

    /// <summary>Unix seconds.</summary>
    public int Now => (int)time.GetUtcNow().ToUnixTimeSeconds();
}
