namespace TelegramRest.Accounts;

/// <summary>What the accounts of one process share.</summary>
public sealed class AccountOptions
{
    /// <summary>Holds the store, its protection keys and downloaded files.</summary>
    public required string Directory { get; init; }

    public required int ApiId { get; init; }

    public required string ApiHash { get; init; }

    /// <summary>Commits reach the disk before they are acknowledged, at the price of about 100 commits a second.</summary>
    public bool Durable { get; init; }

    /// <summary>Replaces the built-in production and test addresses. Empty: Telegram itself.</summary>
    public IReadOnlyList<DcAddress> DataCentres { get; init; } = [];

    /// <summary>Extra server keys, PEM. Needed when <see cref="DataCentres"/> is not Telegram.</summary>
    public IReadOnlyList<string> RsaPublicKeys { get; init; } = [];

    /// <summary><c>socks5://[user:password@]host:port</c> or a <c>tg://proxy?…</c> link; null for a direct connection.</summary>
    public string? Proxy { get; init; }

    /// <summary>Named to Telegram as the application's version.</summary>
    public string ApplicationVersion { get; init; } = "0.1";

    /// <summary><c>/userLogin</c> and <c>/user&lt;token&gt;/…</c> exist.</summary>
    public bool AllowUsers { get; init; } = true;

    /// <summary>A phone number without an account may sign up.</summary>
    public bool AllowUserRegistration { get; init; }

    /// <summary><c>--local</c>: no size limits, absolute file paths.</summary>
    public bool LocalMode { get; init; }

    /// <summary>Local mode gives relative file paths too.</summary>
    public bool RelativePaths { get; init; }

    /// <summary>Files above 20 MiB may be downloaded without local mode.</summary>
    public bool NoFileLimit { get; init; }

    /// <summary>Bytes of disk that downloaded files may take; null for any number.</summary>
    public long? FileCacheBytes { get; init; }

    /// <summary><c>--local-root</c>: the folders that <c>file:/</c> uploads may come from. Empty: anything readable.</summary>
    public IReadOnlyList<string> LocalRoots { get; init; } = [];

    /// <summary><c>--max-webhook-connections</c>: default and upper bound, or null for the mode's own (40 of 100, local 100 of 100,000).</summary>
    public int? MaxWebhookConnections { get; init; }

    /// <summary>New bot tokens and logins that one client address may start (20 a minute, 600 an hour; logins 5 and 15). Off: no limit.</summary>
    public bool LimitNewAccounts { get; init; } = true;

    /// <summary><c>--filter</c>, by token number. The HTTP side refuses the others' requests (421); their stored webhooks are removed at the start.</summary>
    public Func<long, bool>? TokenFilter { get; init; }
}
