namespace TelegramRest.Accounts.Queue;

/// <summary>One account's updates, in order, kept until they are confirmed or expire.</summary>
/// <remarks>https://core.telegram.org/bots/api#getting-updates</remarks>
public interface IUpdateQueue
{
    /// <summary>Updates that wait.</summary>
    int PendingCount { get; }

    /// <summary>getUpdates: confirms by <paramref name="offset"/>, waits when nothing is there, and gives each update as JSON.</summary>
    /// <param name="offset">First update wanted; negative counts from the end and drops the rest.</param>
    /// <param name="limit">1 to 100, clamped.</param>
    /// <param name="timeout">Seconds, 0 to 50, clamped.</param>
    /// <param name="allowedUpdates">Kinds wanted from now on; null leaves the choice as it is.</param>
    Task<IReadOnlyList<ReadOnlyMemory<byte>>> GetAsync(int offset, int limit, int timeout, IReadOnlyList<string>? allowedUpdates, CancellationToken cancellationToken);
}
