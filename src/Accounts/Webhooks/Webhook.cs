using TelegramRest.Accounts.Queue;
using TelegramRest.Accounts.Storage;
using TelegramRest.BotApi;

namespace TelegramRest.Accounts.Webhooks;

/// <summary>
/// One account's webhook. Setting one (1) holds to one change a second, (2) supersedes a change that is still being verified,
/// (3) is done at once when nothing differs, (4) ends a waiting getUpdates, (5) removes the old webhook, (6) verifies and stores the new one.
/// A webhook that fails its verification leaves the account without any, as at Telegram.
/// </summary>
internal sealed class Webhook(WebhookContext context, long queueId, UpdateQueue queue, UpdatePolling polling, AllowedUpdates allowed, Func<IWebhookListener?> listener) : IWebhook
{
    private const int MaxCertificateBytes = 3 << 20;

    private readonly Lock gate = new();
    private CancellationTokenSource? pending;
    private long? lastSet;
    private string lastErrorMessage = "";
    private long lastErrorDate;

    /// <summary>What is set; null for none.</summary>
    public WebhookSettings? Settings { get; private set; }

    public WebhookInfo Info => new()
    {
        Url = Settings?.Url ?? "",
        HasCustomCertificate = Settings?.Certificate is not null,
        PendingUpdateCount = queue.PendingCount,
        IpAddress = Settings is { } settings ? settings.ResolvedIpAddress ?? settings.FixedIpAddress ?? "<unknown>" : null,
        LastErrorDate = Settings is not null && lastErrorDate != 0 ? (int)lastErrorDate : null,
        LastErrorMessage = Settings is not null && lastErrorDate != 0 ? lastErrorMessage : null,
        MaxConnections = Settings?.MaxConnections,
        AllowedUpdates = allowed.Chosen is { } chosen ? [.. chosen.Where(kind => !kind.StartsWith("custom_", StringComparison.Ordinal))] : null,
    };

    /// <summary>Takes over what the store has.</summary>
    public void Restore(WebhookRow row)
    {
        Settings = context.ToSettings(row);
        (lastErrorDate, lastErrorMessage) = (row.LastErrorDate ?? 0, row.LastErrorMessage ?? "");
        polling.HasWebhook = true;
    }

    public async Task<string> SetAsync(WebhookRequest request, CancellationToken cancellationToken)
    {
        var wanted = request.Url.Length == 0 ? null : await ReadAsync(request, cancellationToken);
        using var own = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        lock (gate)
        {
            if (wanted is not null)
            {
                Throttle();
            }

            pending?.Cancel();
            pending = own;
        }

        try
        {
            return await ChangeAsync(wanted, request, own.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw BotApiException.Conflict("terminated by other setWebhook");
        }
        finally
        {
            lock (gate)
            {
                pending = pending == own ? null : pending;
            }
        }
    }

    /// <summary>Drops the webhook without touching what waits.</summary>
    public async Task RemoveAsync()
    {
        if (Settings is null)
        {
            return;
        }

        Settings = null;
        (lastErrorDate, lastErrorMessage) = (0, "");
        polling.HasWebhook = false;
        listener()?.OnRemoved(queueId);
        await context.Store.WriteAsync(session => WebhookTable.Delete(session, queueId));
    }

    public Task RecordErrorAsync(string message)
    {
        (lastErrorDate, lastErrorMessage) = (context.Time.GetUtcNow().ToUnixTimeSeconds(), message);
        var date = lastErrorDate;
        return context.Store.WriteAsync(session => WebhookTable.PutError(session, queueId, date, message));
    }

    /// <summary>Tells the delivery side about the webhook that is set.</summary>
    public void Announce()
    {
        if (Settings is { } settings)
        {
            listener()?.OnSet(new WebhookTarget(queueId, settings, cancellationToken => context.OpenAccountAsync(queueId, cancellationToken)));
        }
    }

    private async Task<string> ChangeAsync(WebhookSettings? wanted, WebhookRequest request, CancellationToken cancellationToken)
    {
        if (!request.DropPendingUpdates && IsSame(wanted))
        {
            Allow(request);
            return wanted is null ? "Webhook is already deleted" : "Webhook is already set";
        }

        if (wanted is not null)
        {
            polling.Evict(UpdatePolling.TerminatedByWebhook);
        }

        await RemoveAsync();
        if (wanted is not null)
        {
            // From here on getUpdates is refused, though the address may still be looked up.
            polling.HasWebhook = true;
            try
            {
                wanted = wanted with { ResolvedIpAddress = await context.Verifier.VerifyAsync(wanted, cancellationToken) };
            }
            catch
            {
                polling.HasWebhook = Settings is not null;
                throw;
            }
        }

        Allow(request);
        if (request.DropPendingUpdates)
        {
            await queue.ClearAsync();
        }

        if (wanted is null)
        {
            return "Webhook was deleted";
        }

        var row = context.ToRow(queueId, wanted);
        await context.Store.WriteAsync(session => WebhookTable.Put(session, row));
        Settings = wanted;
        Announce();
        return "Webhook was set";
    }

    private void Throttle()
    {
        var now = context.Time.GetTimestamp();
        if (lastSet is { } last && context.Time.GetElapsedTime(last, now) < TimeSpan.FromSeconds(1))
        {
            throw BotApiException.TooManyRequests(1);
        }

        lastSet = now;
    }

    private void Allow(WebhookRequest request)
    {
        if (request.AllowedUpdates is { } kinds)
        {
            allowed.Set(kinds);
        }
    }

    private bool IsSame(WebhookSettings? wanted) => (Settings, wanted) switch
    {
        (null, null) => true,
        ({ } set, not null) => set.Url == wanted.Url && set.Certificate is null && wanted.Certificate is null
            && set.MaxConnections == wanted.MaxConnections && set.FixedIpAddress == wanted.FixedIpAddress && set.SecretToken == wanted.SecretToken,
        _ => false,
    };

    private async Task<WebhookSettings> ReadAsync(WebhookRequest request, CancellationToken cancellationToken) => new()
    {
        Url = request.Url,
        Certificate = await ReadCertificateAsync(request.Certificate, cancellationToken),
        FixedIpAddress = string.IsNullOrEmpty(request.IpAddress) ? null : request.IpAddress,
        MaxConnections = context.MaxConnections(request.MaxConnections),
        SecretToken = string.IsNullOrEmpty(request.SecretToken) ? null : request.SecretToken,
    };

    private static async Task<ReadOnlyMemory<byte>?> ReadCertificateAsync(InputFile? file, CancellationToken cancellationToken)
    {
        if (file is not InputFileUpload { File: var upload })
        {
            return null;
        }

        await using var content = await upload.OpenAsync(cancellationToken);
        using var copy = new MemoryStream();
        var buffer = new byte[16 << 10];
        int read;
        while ((read = await content.ReadAsync(buffer, cancellationToken)) > 0)
        {
            copy.Write(buffer, 0, read);
            if (copy.Length > MaxCertificateBytes)
            {
                throw BotApiException.BadRequest($"certificate size is too big ({upload.Length ?? copy.Length} bytes)");
            }
        }

        return copy.ToArray();
    }
}
