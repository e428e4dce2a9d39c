using System.Globalization;
using System.Net;

namespace TelegramRest.Server.Operations;

/// <summary>Every flag there is; the parser, the environment reader and <c>--help</c> all read this table.</summary>
/// <remarks>Names and environment variables are those of the official server and of its widespread user-mode fork.</remarks>
internal static class Flags
{
    public static IReadOnlyList<Flag> All { get; } =
    [
        new("help", null, null, "print this and exit", (o, _) => o.Help = true) { Short = 'h' },
        new("version", null, null, "print the version and exit", (o, _) => o.Version = true),

        new("api-id", "N", null, "application identifier from https://my.telegram.org", (o, v) => o.ApiId = Integer("api-id", v, 1, int.MaxValue)) { Environment = "TELEGRAM_API_ID" },
        new("api-hash", "HASH", null, "application hash from https://my.telegram.org", (o, v) => o.ApiHash = v) { Environment = "TELEGRAM_API_HASH" },
        new("simulator", null, "off", "talk to a Telegram of its own inside this process instead of the real one", (o, _) => o.Simulator = true),
        new("simulator-port", "PORT", "any free one", "where the simulator listens for other MTProto clients", (o, v) => o.SimulatorPort = Port("simulator-port", v)),
        new("simulator-rsa-public-key", "FILE", null, "write the simulator's public key there (PEM)", (o, v) => o.SimulatorRsaPublicKeyFile = v),
        new("simulator-allow-remote-control", null, "off", "take calls of /simulator/ from other machines too", (o, _) => o.SimulatorRemoteControl = true),
        new("dc", "ID=HOST:PORT", "Telegram's own", "where a data centre is (repeatable)", (o, v) => o.DataCentres = [.. o.DataCentres, DataCentreAddress.Parse(v)]),
        new("rsa-public-key", "FILE", "Telegram's own", "the data centres' public key, PEM (repeatable)", (o, v) => o.RsaPublicKeyFiles = [.. o.RsaPublicKeyFiles, v]),
        new("telegram-proxy", "URL", null, "socks5://[user:password@]host:port or tg://proxy?… for connections to Telegram", (o, v) => o.TelegramProxy = v),

        new("local", null, "off", "local mode: no file size limits, file:/ uploads, absolute file paths, webhooks to any address", (o, _) => o.Local = true) { Environment = "TELEGRAM_LOCAL" },
        new("http-port", "PORT", "8081", "port of the API; 0 takes any free one", (o, v) => o.HttpPort = Port("http-port", v)) { Short = 'p' },
        new("http-ip-address", "IP", "127.0.0.1", "address of the API (the official server listens on 0.0.0.0)", (o, v) => o.HttpAddress = Address("http-ip-address", v)),
        new("http-stat-port", "PORT", "0, off", "port of /metrics and /healthz", (o, v) => o.StatPort = Port("http-stat-port", v)) { Short = 's' },
        new("http-stat-ip-address", "IP", "127.0.0.1", "address of /metrics and /healthz", (o, v) => o.StatAddress = Address("http-stat-ip-address", v)),
        new("http-idle-timeout", "SECONDS", "500", "close connections that are silent for so long", (o, v) => o.HttpIdleTimeout = Integer("http-idle-timeout", v, 1, 86_400)) { Environment = "TELEGRAM_HTTP_IDLE_TIMEOUT" },
        new("dir", "PATH", "./", "working directory: accounts, updates, files", (o, v) => o.Directory = v) { Short = 'd', Environment = "TELEGRAM_WORK_DIR" },
        new("temp-dir", "PATH", "the system's", "uploads wait here while a request is read; relative to --dir", (o, v) => o.TempDirectory = v) { Short = 't', Environment = "TELEGRAM_TEMP_DIR" },
        new("durable", null, "off", "every commit reaches the disk before it counts; survives a power cut, costs speed", (o, _) => o.Durable = true),
        new("filter", "REM/MOD", "0/1", "serve only accounts whose number leaves this remainder", Filter) { Environment = "TELEGRAM_FILTER" },

        new("no-users", null, "off", "no people's accounts: /userLogin and /user… answer 405", (o, _) => o.AllowUsers = false),
        new("allow-users", null, "on", "people's accounts are served", (o, _) => o.AllowUsers = true) { Environment = "TELEGRAM_ALLOW_USERS" },
        new("allow-users-registration", null, "off", "registerUser may sign up new people", (o, _) => o.AllowUserRegistration = true) { Environment = "TELEGRAM_ALLOW_USERS_REGISTRATION" },
        new("no-login-limit", null, "off", "no limit on new tokens and logins per client address", (o, _) => o.LimitNewAccounts = false),
        new("no-file-limit", null, "off", "files above 20 MiB can be downloaded", (o, _) => o.NoFileLimit = true) { Environment = "TELEGRAM_NO_FILE_LIMIT" },
        new("file-cache", "MIB", "1024, local unlimited", "disk that downloaded files may take; what was used longest ago goes first", (o, v) => o.FileCacheMebibytes = Integer("file-cache", v, 0, 1L << 30)),
        new("local-root", "DIR", "anything readable", "the only folder that file:/ uploads may come from in local mode (repeatable)", (o, v) => o.LocalRoots = [.. o.LocalRoots, v]),
        new("relative", null, "off", "relative file paths in local mode too", (o, _) => o.RelativePaths = true) { Environment = "TELEGRAM_RELATIVE" },

        new("max-webhook-connections", "N", "40, local 100", "default of setWebhook's max_connections", (o, v) => o.MaxWebhookConnections = Integer("max-webhook-connections", v, 1, 100_000)) { Environment = "TELEGRAM_MAX_WEBHOOK_CONNECTIONS" },
        new("insecure", null, "off", "webhooks may be http", (o, _) => o.InsecureWebhooks = true) { Environment = "TELEGRAM_INSECURE" },
        new("proxy", "http://HOST:PORT", null, "HTTP CONNECT proxy for webhooks", (o, v) => o.WebhookProxy = Proxy(v)) { Environment = "TELEGRAM_PROXY" },

        new("log", "FILE", "standard error", "log file, relative to --dir", (o, v) => o.LogFile = v) { Short = 'l', Environment = "TELEGRAM_LOGS" },
        new("log-max-file-size", "BYTES", "2000000000", "the log file is started anew at this size", (o, v) => o.LogMaxFileSize = Integer("log-max-file-size", v, 4096, long.MaxValue)),
        new("verbosity", "LEVEL", "2", "0 fatal, 1 errors, 2 warnings, 3 information, 4 debug, up to 1024", (o, v) => o.Verbosity = Verbosity(v)) { Short = 'v', Environment = "TELEGRAM_VERBOSITY" },
        new("stats-hide-sensible-data", null, "on", "the statistics never hold tokens here", (o, _) => o.HideSensibleStats = true) { Environment = "TELEGRAM_STAT_HIDE_SENSIBLE_DATA" },

        NoEffect("memory-verbosity", "LEVEL", "there is no log in memory"),
        NoEffect("username", "NAME", "start the process as that user instead") with { Short = 'u' },
        NoEffect("groupname", "NAME", "start the process as that group instead") with { Short = 'g' },
        NoEffect("max-connections", "N", "the limit of open files is the system's") with { Short = 'c', Environment = "TELEGRAM_MAX_CONNECTIONS" },
        NoEffect("cpu-affinity", "MASK", "set it from outside, with taskset"),
        NoEffect("main-thread-affinity", "MASK", "there is no main thread"),
        NoEffect("max-batch-operations", "N", "batches have the limits of their operations") with { Environment = "TELEGRAM_MAX_BATCH" },
        NoEffect("file-expiration-time", "SECONDS", "file references are fetched anew when they expire") with { Environment = "TELEGRAM_FILE_EXPIRATION_TIME" },
    ];

    private static Flag NoEffect(string name, string value, string reason) => new(name, value, null, $"accepted without effect: {reason}", (_, _) => { }) { NoEffectBecause = reason };

    private static int Port(string flag, string text) => Integer(flag, text, 0, 65535);

    private static int Integer(string flag, string text, int minimum, int maximum) => (int)Integer(flag, text, minimum, (long)maximum);

    private static long Integer(string flag, string text, long minimum, long maximum) =>
        long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) && value >= minimum && value <= maximum
            ? value
            : throw new UsageException($"Wrong value \"{text}\" of --{flag}: expected a number from {minimum} to {maximum}");

    private static IPAddress Address(string flag, string text) =>
        IPAddress.TryParse(text.Trim('[', ']'), out var address) ? address : throw new UsageException($"Wrong value \"{text}\" of --{flag}: expected an IP address");

    private static int Verbosity(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var level) && level <= 1024 ? level : throw new UsageException("Wrong verbosity level specified");

    private static void Filter(ServerOptions options, string text)
    {
        var parts = text.Split('/');
        if (parts.Length != 2
            || !long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var remainder)
            || !long.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var modulo)
            || remainder >= modulo)
            throw new UsageException("Wrong argument specified: ensure that remainder < modulo");
        (options.FilterRemainder, options.FilterModulo) = (remainder, modulo);
    }

    private static DnsEndPoint Proxy(string text)
    {
        var url = text.Contains("://", StringComparison.Ordinal) ? text : $"http://{text}";
        return Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme == Uri.UriSchemeHttp && uri.Host.Length > 0
            ? new DnsEndPoint(uri.DnsSafeHost, uri.Port)
            : throw new UsageException($"Wrong value \"{text}\" of --proxy: expected http://HOST:PORT");
    }
}
