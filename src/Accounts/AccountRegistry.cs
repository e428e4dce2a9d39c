using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using Microsoft.Extensions.Logging;
using TelegramRest.Accounts.Login;
using TelegramRest.Accounts.Sends;
using TelegramRest.Accounts.Storage;
using TelegramRest.Accounts.Webhooks;
using TelegramRest.BotApi;

namespace TelegramRest.Accounts;

/// <summary>
/// Token → account. Each account is opened on first use, once however many ask at the same time, and stays open until it is closed,
/// logged out, or revoked. A token that Telegram refused is refused from memory for a while.
/// </summary>
public sealed class AccountRegistry : IAsyncDisposable
{
    private static readonly TimeSpan SweepPeriod = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan CloseGuard = TimeSpan.FromMinutes(10);

    private readonly AccountOptions options;
    private readonly TimeProvider time;
    private readonly FileStream directoryLock;
    private readonly AccountServices services;
    private readonly AccountOpening opening;
    private readonly RefusedTokens refused;
    private readonly LoginLimits limits;
    private readonly ConcurrentDictionary<string, OpenAccount> accounts = new(StringComparer.Ordinal);
    private readonly ITimer sweep;
    private readonly long startedAt;
    private volatile bool stopping;

    private AccountRegistry(AccountOptions options, FileStream directoryLock, IWebhookVerifier verifier, TimeProvider time, ILoggerFactory loggers)
    {
        (this.options, this.directoryLock, this.time) = (options, directoryLock, time);
        var vault = Vault.Open(options.Directory);
        var store = Store.Open(options.Directory, options.Durable, loggers.CreateLogger<Store>());
        var outlets = new Outlets(new WebhookContext(store, vault, time, verifier, options, OpenStoredAsync, loggers.CreateLogger<AccountRegistry>()));
        var sends = new SendLedger(options.Directory, time, loggers.CreateLogger<SendLedger>());
        services = new AccountServices(options, store, sends, vault, outlets, time, loggers);
        opening = new AccountOpening(services, EndAsync);
        refused = new RefusedTokens(time);
        limits = new LoginLimits(time);
        startedAt = time.GetTimestamp();
        sweep = time.CreateTimer(_ => Sweep(), null, SweepPeriod, SweepPeriod);
    }

    /// <summary>The queues for webhook delivery.</summary>
    public IWebhookSource Webhooks => services.Outlets;

    /// <summary>Accounts in memory, logins under way among them.</summary>
    public int Count => accounts.Count;

    /// <summary>Opens the store. No network is used before the first account is asked for or a webhook listener is attached.</summary>
    /// <exception cref="IOException">Another process uses the directory.</exception>
    public static Task<AccountRegistry> OpenAsync(
        AccountOptions options, IWebhookVerifier verifier, TimeProvider time, ILoggerFactory loggers, CancellationToken cancellationToken) => Task.Run(
        () =>
        {
            var directory = Directory.CreateDirectory(options.Directory);
            if (!OperatingSystem.IsWindows())
            {
                directory.UnixFileMode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
            }

            var directoryLock = new FileStream(Path.Combine(options.Directory, "lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            return new AccountRegistry(options, directoryLock, verifier, time, loggers);
        },
        cancellationToken);

    /// <summary>The bot of a token whose form has been checked. Waits until it is logged in.</summary>
    /// <param name="token"><c>id:secret</c>.</param>
    /// <param name="test">The Telegram test environment.</param>
    /// <param name="method">Lower case; <c>close</c> opens nothing.</param>
    /// <param name="client">Whose new tokens are counted; null for nobody's.</param>
    /// <exception cref="BotApiException">400, 401, 429 as the official server answers.</exception>
    public ValueTask<Account> GetBotAsync(string token, bool test, string method, IPAddress? client, CancellationToken cancellationToken)
    {
        ThrowIfStopping();
        var key = Key(token, test);
        if (accounts.TryGetValue(key, out var open))
        {
            return open.WaitAsync(cancellationToken);
        }

        if (method == "close")
        {
            throw AccessRules.AlreadyClosed();
        }

        refused.ThrowIfRefused(key);
        var parts = TokenParts.Parse(token, test);
        if (parts.IsUser)
        {
            throw AccessRules.WrongEndpoint();
        }

        if (!parts.HasBotSecret)
        {
            throw BotApiException.Unauthorized();
        }

        if (options.LimitNewAccounts)
        {
            limits.CountBot(client);
        }

        return OpenAsync(key, () => opening.OpenBotAsync(parts, token, () => CloseOthersAsync(key, parts.QueueId)), cancellationToken);
    }

    /// <summary>The person's account of a user token, which may still be logging in when <paramref name="method"/> is a step of that.</summary>
    /// <inheritdoc cref="GetBotAsync"/>
    public async ValueTask<Account> GetUserAsync(string token, bool test, string method, IPAddress? client, CancellationToken cancellationToken)
    {
        ThrowIfStopping();
        if (!options.AllowUsers)
        {
            throw AccessRules.UsersOff();
        }

        var parts = TokenParts.Parse(token, test);
        if (!parts.IsUser)
        {
            throw AccessRules.WrongEndpoint();
        }

        var key = UserKey(parts.QueueId);
        if (!accounts.TryGetValue(key, out var open))
        {
            if (method == "close")
            {
                throw AccessRules.AlreadyClosed();
            }

            opening.CheckUser(parts);
            return AccessRules.RequireStep(await OpenAsync(key, () => opening.OpenUserAsync(parts.QueueId), cancellationToken), method);
        }

        var account = await open.WaitAsync(cancellationToken);
        return account.HasSecret(parts.Secret) ? AccessRules.RequireStep(account, method) : throw BotApiException.Unauthorized();
    }

    /// <summary>Begins a person's login.</summary>
    /// <returns>What is waited for, with the new token.</returns>
    public async Task<AuthorizationState> StartUserLoginAsync(string? phoneNumber, IPAddress? client, CancellationToken cancellationToken)
    {
        ThrowIfStopping();
        if (options.LimitNewAccounts)
        {
            limits.CountLogin(client);
        }

        if (!options.AllowUsers)
        {
            throw AccessRules.UsersOff();
        }

        if (phoneNumber is not { Length: >= 5 and <= 15 })
        {
            throw BotApiException.Unauthorized("invalid phone number specified");
        }

        var token = TokenParts.CreateUserToken();
        var parts = TokenParts.Parse(token, test: false);
        var key = UserKey(parts.QueueId);
        var account = opening.NewUser(parts, string.Concat(phoneNumber.Where(char.IsAsciiDigit)), () => ForgetAsync(key));
        accounts[key] = new OpenAccount(account, time.GetTimestamp());
        try
        {
            var state = await ((UserLogin)account.Login).StartAsync(cancellationToken);
            return new AuthorizationState
            {
                Token = token,
                AuthorizationStateValue = state.AuthorizationStateValue,
                Timeout = state.Timeout,
                PasswordHint = state.PasswordHint,
                HasRecoveryEmailAddress = state.HasRecoveryEmailAddress,
            };
        }
        catch
        {
            await ForgetAsync(key);
            throw;
        }
    }

    /// <summary>Ends in order: waiting polls are answered, sessions closed, the store flushed. Later calls get 429.</summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        stopping = true;
        await Task.WhenAll(accounts.Keys.ToList().Select(ForgetAsync)).WaitAsync(cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync(CancellationToken.None);
        await sweep.DisposeAsync();
        await services.Store.DisposeAsync();
        await services.Sends.DisposeAsync();
        await directoryLock.DisposeAsync();
    }

    private static string Key(string token, bool test) => test ? token + ":T" : token;

    /// <summary>Not by the secret, which is kept nowhere: webhooks open accounts without it.</summary>
    private static string UserKey(long queueId) => "user " + queueId.ToString(CultureInfo.InvariantCulture);

    private void ThrowIfStopping()
    {
        if (stopping)
        {
            throw BotApiException.TooManyRequests(5);
        }
    }

    private ValueTask<Account> OpenAsync(string key, Func<Task<Account>> open, CancellationToken cancellationToken)
    {
        // The first caller's patience must not decide for those who joined it, nor who cleans up.
        OpenAccount mine = null!;
        mine = new OpenAccount(() => OpenOrForgetAsync(key, mine, open), time.GetTimestamp());
        return accounts.GetOrAdd(key, mine).WaitAsync(cancellationToken);
    }

    private async Task<Account> OpenOrForgetAsync(string key, OpenAccount entry, Func<Task<Account>> open)
    {
        try
        {
            return await open();
        }
        catch (Exception exception)
        {
            accounts.TryRemove(new KeyValuePair<string, OpenAccount>(key, entry));
            if (exception is BotApiException refusal)
            {
                refused.Remember(key, refusal);
            }

            throw;
        }
    }

    /// <summary>For a webhook: the account by what is stored of it.</summary>
    private async ValueTask<Account> OpenStoredAsync(long queueId, CancellationToken cancellationToken)
    {
        ThrowIfStopping();
        if (accounts.Values.FirstOrDefault(entry => entry.Account?.Id == queueId) is { } open)
        {
            return await open.WaitAsync(cancellationToken);
        }

        var row = services.Store.Read(session => AccountTable.Find(session, queueId)) ?? throw BotApiException.Unauthorized();
        if (row.Token is null)
        {
            return await OpenAsync(UserKey(queueId), () => opening.OpenUserAsync(queueId), cancellationToken);
        }

        var token = services.Vault.OpenText(row.Token);
        var parts = TokenParts.Parse(token, row.IsTest);
        var key = Key(token, row.IsTest);
        return await OpenAsync(key, () => opening.OpenBotAsync(parts, token, () => CloseOthersAsync(key, queueId)), cancellationToken);
    }

    /// <summary>A new token for a bot ends what still runs under its old one.</summary>
    private async Task CloseOthersAsync(string key, long queueId)
    {
        foreach (var (other, entry) in accounts)
        {
            if (other != key && entry.Account?.Id == queueId)
            {
                await ForgetAsync(other);
            }
        }
    }

    private async Task EndAsync(Account account, AccountEnd end)
    {
        if (accounts.FirstOrDefault(entry => entry.Value.Account == account) is not { Key: { } key, Value: { } entry })
        {
            return;
        }

        if (end == AccountEnd.Closed)
        {
            ThrowIfYoung(entry);
        }

        if (end != AccountEnd.Closed)
        {
            var outlet = services.Outlets.Get(account.Id);
            await outlet.Webhook.RemoveAsync();
            if (end == AccountEnd.LoggedOut || !account.IsBot)
            {
                await outlet.Queue.ClearAsync();
            }
        }

        await ForgetAsync(key);
        if (end != AccountEnd.Closed)
        {
            account.Library.Delete();
            await services.Store.WriteAsync(session => AccountTable.DeleteSession(session, account.Id));
            await services.Sends.ForgetAccountAsync(account.Id);
            if (end == AccountEnd.Revoked)
            {
                refused.Remember(key, BotApiException.Unauthorized());
            }
        }
    }

    /// <summary>Soon after a start, closing and opening again would load Telegram for nothing.</summary>
    private void ThrowIfYoung(OpenAccount entry)
    {
        var age = time.GetElapsedTime(entry.OpenedAt);
        if (time.GetElapsedTime(startedAt, entry.OpenedAt) > CloseGuard && age < CloseGuard)
        {
            throw BotApiException.TooManyRequests((int)Math.Ceiling((CloseGuard - age).TotalSeconds));
        }
    }

    private async Task ForgetAsync(string key)
    {
        if (accounts.TryRemove(key, out var entry) && await entry.TryGetAsync() is { } account)
        {
            await account.DisposeAsync();
            await services.Store.FlushAsync();
            services.Outlets.Release(account.Id);
            Log.AccountClosed(services.Logger, account.Id);
        }
    }

    private void Sweep()
    {
        services.Outlets.Purge();
        foreach (var (key, entry) in accounts)
        {
            if (entry.Account is { Login.IsReady: false } && time.GetElapsedTime(entry.OpenedAt) > LoginLimits.Patience)
            {
                _ = ForgetAsync(key);
            }
        }
    }
}
