using TelegramRest.Accounts.Caching;
using TelegramRest.BotApi;

namespace TelegramRest.Accounts;

/// <summary>Remembers for a while which tokens Telegram refused, so that asking again costs nothing.</summary>
internal sealed class RefusedTokens(TimeProvider time)
{
    /// <summary>Short, since a token may be mended at BotFather.</summary>
    private static readonly TimeSpan Refusal = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan MaxWait = TimeSpan.FromMinutes(30);

    private readonly BoundedCache<string, (BotApiException Error, DateTimeOffset Until)> refusals = new(10_000);

    public void Remember(string key, BotApiException error)
    {
        TimeSpan? span = error switch
        {
            { Code: 401 } => Refusal,
            { Code: 429, Parameters.RetryAfter: { } seconds } => TimeSpan.FromSeconds(Math.Min(seconds, MaxWait.TotalSeconds)),
            _ => null,
        };
        if (span is { } length)
        {
            refusals.Set(key, (error, time.GetUtcNow() + length));
        }
    }

    /// <exception cref="BotApiException">The token was refused lately; a flood limit counts down.</exception>
    public void ThrowIfRefused(string key)
    {
        if (!refusals.TryGet(key, out var refusal))
        {
            return;
        }

        var left = refusal.Until - time.GetUtcNow();
        if (left <= TimeSpan.Zero)
        {
            refusals.Remove(key);
            return;
        }

        throw refusal.Error.Code == 429
            ? BotApiException.TooManyRequests((int)Math.Ceiling(left.TotalSeconds))
            : new BotApiException(refusal.Error.Code, refusal.Error.Description, refusal.Error.Parameters);
    }
}
