namespace TelegramRest.Mtproto.Rpc;

/// <summary>
/// How long one call may be kept waiting on Telegram's behalf before its error becomes the caller's: flood waits and failures inside Telegram share it.
/// https://core.telegram.org/api/errors
/// </summary>
internal sealed class RetryBudget(TimeSpan total, bool isFile)
{
    private static readonly TimeSpan FirstBackOff = TimeSpan.FromSeconds(1);

    private TimeSpan spent;
    private TimeSpan backOff = FirstBackOff;

    /// <summary>How long to wait before the same request goes out again; null when its error is final.</summary>
    public TimeSpan? Wait(RpcException error)
    {
        var wait = error switch
        {
            { Code: 420, Type: "FLOOD_WAIT" } => Seconds(error),
            { Code: 420, Type: "FLOOD_PREMIUM_WAIT" } when isFile => Seconds(error),

            // It says that the message was sent; sending it again would be the mistake it warns of.
            { Type: "RANDOM_ID_DUPLICATE" } => null,

            // The caller has to begin the login anew.
            { Type: "AUTH_RESTART" } => null,
            { Code: >= 500 or < 0 } => NextBackOff(),
            _ => (TimeSpan?)null,
        };
        if (wait is null || spent + wait > total)
            return null;
        spent += wait.Value;
        return wait;
    }

    private static TimeSpan Seconds(RpcException error) => TimeSpan.FromSeconds(Math.Max(1, error.Argument ?? 1));

    private TimeSpan NextBackOff()
    {
        var current = backOff;
        backOff *= 2;
        return current;
    }
}
