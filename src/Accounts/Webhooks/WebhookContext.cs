using Microsoft.Extensions.Logging;
using TelegramRest.Accounts.Storage;

namespace TelegramRest.Accounts.Webhooks;

/// <summary>What the webhooks of a process share.</summary>
internal sealed class WebhookContext(
    Store store, Vault vault, TimeProvider time, IWebhookVerifier verifier, AccountOptions options, Func<long, CancellationToken, ValueTask<Account>> openAccount, ILogger logger)
{
    private const int OpenedAtOnce = 8;

    public Store Store => store;

    public TimeProvider Time => time;

    public IWebhookVerifier Verifier => verifier;

    public ValueTask<Account> OpenAccountAsync(long queueId, CancellationToken cancellationToken) => openAccount(queueId, cancellationToken);

    /// <summary>The account is among those that this process was told to serve.</summary>
    public bool Serves(long queueId) => options.TokenFilter?.Invoke(TokenParts.NumberOf(queueId)) ?? true;

    /// <summary>Brings up the accounts whose webhooks were set before the process started: nobody else would ask for them.</summary>
    public Task OpenAccountsAsync(IEnumerable<long> queueIds) => Parallel.ForEachAsync(
        queueIds,
        new ParallelOptions { MaxDegreeOfParallelism = OpenedAtOnce },
        async (queueId, cancellationToken) =>
        {
            try
            {
                await openAccount(queueId, cancellationToken);
            }
            catch (Exception exception) when (exception is not OutOfMemoryException)
            {
                Log.WebhookNotRestored(logger, exception, queueId);
            }
        });

    /// <summary>40 of at most 100, in local mode 100 of at most 100,000, unless the server was told otherwise.</summary>
    public int MaxConnections(int? wanted)
    {
        var bound = options.LocalMode ? 100_000 : options.MaxWebhookConnections ?? 100;
        var usual = options.MaxWebhookConnections ?? (options.LocalMode ? 100 : 40);
        return Math.Clamp(wanted is null or 0 ? usual : wanted.Value, 1, bound);
    }

    public WebhookSettings ToSettings(WebhookRow row) => new()
    {
        Url = row.Url,
        Certificate = row.Certificate is null ? default(ReadOnlyMemory<byte>?) : row.Certificate,
        FixedIpAddress = row.FixedIp,
        ResolvedIpAddress = row.ResolvedIp,
        MaxConnections = row.MaxConnections,
        SecretToken = row.SecretToken is { } secret ? vault.OpenText(secret) : null,
    };

    public WebhookRow ToRow(long queueId, WebhookSettings settings) => new(
        queueId, settings.Url, settings.Certificate?.ToArray(), settings.FixedIpAddress, settings.ResolvedIpAddress, settings.MaxConnections,
        settings.SecretToken is { } secret ? vault.Protect(secret) : null, null, null);
}
