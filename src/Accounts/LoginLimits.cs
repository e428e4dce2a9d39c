using System.Net;
using TelegramRest.Accounts.Caching;
using TelegramRest.BotApi;

namespace TelegramRest.Accounts;

/// <summary>How many new tokens and logins one client address may start.</summary>
internal sealed class LoginLimits(TimeProvider time)
{
    /// <summary>A login that nobody continues is forgotten after this.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(30);

    private readonly BoundedCache<(IPAddress Client, bool IsLogin), TokenBucket[]> buckets = new(10_000);

    /// <exception cref="BotApiException">429.</exception>
    public void CountBot(IPAddress? client) => Count(client, isLogin: false, perMinute: 20, perHour: 600);

    /// <exception cref="BotApiException">429.</exception>
    public void CountLogin(IPAddress? client) => Count(client, isLogin: true, perMinute: 5, perHour: 15);

    private void Count(IPAddress? client, bool isLogin, int perMinute, int perHour)
    {
        if (client is null)
        {
            return;
        }

        if (!buckets.TryGet((client, isLogin), out var both))
        {
            both = [new TokenBucket(perMinute, TimeSpan.FromMinutes(1), time), new TokenBucket(perHour, TimeSpan.FromHours(1), time)];
            buckets.Set((client, isLogin), both);
        }

        foreach (var bucket in both)
        {
            if (!bucket.TryTake(out var wait))
            {
                throw BotApiException.TooManyRequests((int)wait.TotalSeconds + 1);
            }
        }
    }
}
