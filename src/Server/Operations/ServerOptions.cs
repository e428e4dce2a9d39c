using System.Net;

namespace TelegramRest.Server.Operations;

/// <summary>What the command line and the environment say about one server process.</summary>
internal sealed class ServerOptions
{
    public bool Help { get; set; }

    public bool Version { get; set; }

    /// <summary>No size limits, absolute file paths, webhooks anywhere.</summary>
    public bool Local { get; set; }

    public int ApiId { get; set; }

    public string ApiHash { get; set; } = "";

    public IPAddress HttpAddress { get; set; } = IPAddress.Loopback;

    public int HttpPort { get; set; } = 8081;

    public IPAddress StatAddress { get; set; } = IPAddress.Loopback;

    /// <summary>0 switches the statistics listener off.</summary>
    public int StatPort { get; set; }

    public string Directory { get; set; } = "./";

    /// <summary>Uploads wait here; relative to <see cref="Directory"/>; null for the system's.</summary>
    public string? TempDirectory { get; set; }

    /// <summary>Only accounts with <c>id % FilterModulo == FilterRemainder</c> are served.</summary>
    public long FilterRemainder { get; set; }

    public long FilterModulo { get; set; } = 1;

    public int? MaxWebhookConnections { get; set; }

    /// <summary>HTTP CONNECT proxy for webhooks.</summary>
    public DnsEndPoint? WebhookProxy { get; set; }

    public bool InsecureWebhooks { get; set; }

    /// <summary>Null logs to standard error.</summary>
    public string? LogFile { get; set; }

    public long LogMaxFileSize { get; set; } = 2_000_000_000;

    /// <summary>0 fatal, 1 errors, 2 warnings, 3 information, 4 debug, above: everything.</summary>
    public int Verbosity { get; set; } = 2;

    public bool AllowUsers { get; set; } = true;

    public bool AllowUserRegistration { get; set; }

    public bool RelativePaths { get; set; }

    public bool NoFileLimit { get; set; }

    /// <summary>Null: 1024, or no limit in local mode.</summary>
    public long? FileCacheMebibytes { get; set; }

    /// <summary>Folders that <c>file:/</c> uploads may come from; empty: anything readable.</summary>
    public IReadOnlyList<string> LocalRoots { get; set; } = [];

    /// <summary>Seconds a connection may be silent.</summary>
    public int HttpIdleTimeout { get; set; } = 500;

    public bool HideSensibleStats { get; set; }

    public bool LimitNewAccounts { get; set; } = true;

    public bool Durable { get; set; }

    public IReadOnlyList<DataCentreAddress> DataCentres { get; set; } = [];

    /// <summary>PEM files.</summary>
    public IReadOnlyList<string> RsaPublicKeyFiles { get; set; } = [];

    /// <summary><c>socks5://…</c> or <c>tg://proxy?…</c>, for the connections to Telegram.</summary>
    public string? TelegramProxy { get; set; }

    public bool Simulator { get; set; }

    /// <summary>0 lets the system choose.</summary>
    public int SimulatorPort { get; set; }

    /// <summary>Where the simulator's public key is written, PEM.</summary>
    public string? SimulatorRsaPublicKeyFile { get; set; }

    /// <summary>Control calls are taken from other machines too.</summary>
    public bool SimulatorRemoteControl { get; set; }

    public string AbsoluteDirectory => Path.GetFullPath(Directory);

    public string AbsoluteTempDirectory => TempDirectory is null ? Path.GetTempPath() : Path.GetFullPath(TempDirectory, AbsoluteDirectory);

    public bool Serves(long tokenNumber) => (ulong)tokenNumber % (ulong)FilterModulo == (ulong)FilterRemainder;
}
