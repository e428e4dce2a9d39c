using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using TelegramRest.Mtproto.Connection;
using TelegramRest.Mtproto.Datacenters;
using TelegramRest.Mtproto.Handshake;
using TelegramRest.Mtproto.Timing;
using TelegramRest.Wire;
using TelegramRest.Wire.Framing;

namespace TelegramRest.Mtproto;

/// <summary>
/// What the clients of one process share, for one environment (production or test): addresses, keys, the application's identity, one timer, and the limits
/// on how much may happen at once.
/// </summary>
public sealed class MtprotoClientOptions
{
    private readonly Lazy<TimerWheel> wheel;

    public MtprotoClientOptions() => wheel = new(() => new TimerWheel(TimeProvider));

    /// <summary>From https://my.telegram.org.</summary>
    public required int ApiId { get; init; }

    /// <summary>From https://my.telegram.org. A secret; the engine itself does not send it.</summary>
    public required string ApiHash { get; init; }

    /// <summary>Shown to a person in the list of active sessions.</summary>
    public string DeviceModel { get; init; } = "server";

    /// <summary>Shown to a person in the list of active sessions.</summary>
    public string SystemVersion { get; init; } = Environment.OSVersion.Platform.ToString();

    /// <summary>Shown to a person in the list of active sessions.</summary>
    public string AppVersion { get; init; } = "0.1";

    /// <summary>ISO 639-1.</summary>
    public string SystemLanguage { get; init; } = "en";

    /// <summary>ISO 639-1.</summary>
    public string Language { get; init; } = "en";

    /// <summary>Telegram's test environment: its data centres go by other numbers in the key exchange.</summary>
    public bool Test { get; init; }

    /// <summary>Where the data centres are.</summary>
    public DcTable Datacenters { get; init; } = DcTable.Production();

    /// <summary>The data centre that an account without a home asks first.</summary>
    public int InitialDc { get; init; } = 2;

    /// <summary>Keys of servers that are trusted.</summary>
    public IReadOnlyList<RsaPublicKey> RsaKeys { get; init; } = [Handshake.RsaKeys.Production, Handshake.RsaKeys.Test];

    /// <summary>More such keys, as PEM text.</summary>
    public IReadOnlyList<string> ExtraRsaKeys
    {
        get;
        init
        {
            field = value;
            RsaKeys = [.. RsaKeys, .. value.Select(pem => RsaPublicKey.FromPem(pem))];
        }
    } = [];

    /// <summary>Null for direct connections.</summary>
    public Proxy? Proxy { get; init; }

    /// <summary>The framing of direct connections. Obfuscated ones cannot be <see cref="TransportKind.Full"/>.</summary>
    public TransportKind Transport { get; init; } = TransportKind.Intermediate;

    /// <summary>Hides the framing from the network.</summary>
    public bool Obfuscated { get; init; }

    /// <summary>How long a bot's call may be kept waiting for flood limits and failures inside Telegram.</summary>
    public TimeSpan BotWaitBudget { get; init; } = TimeSpan.FromSeconds(8);

    /// <summary>The same for a person's account.</summary>
    public TimeSpan UserWaitBudget { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>The same for each part of a file.</summary>
    public TimeSpan FileWaitBudget { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>How long requests wait for a connection before they fail.</summary>
    public TimeSpan ConnectionPatience { get; init; } = TimeSpan.FromSeconds(60);

    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    public RandomSource Random { get; init; } = RandomSource.Secure;

    public ILoggerFactory LoggerFactory { get; init; } = NullLoggerFactory.Instance;

    internal TimerWheel Wheel => wheel.Value;

    /// <summary>Telegram answers −429 to an address that opens many connections at once.</summary>
    internal SemaphoreSlim ConnectLimit { get; } = new(200);

    /// <summary>Key exchanges are arithmetic: more at once than this only slow each other.</summary>
    internal SemaphoreSlim HandshakeLimit { get; } = new(50);

    /// <summary>Pieces of files that may be on their way at once, of all accounts together: as many as 64 MiB hold.</summary>
    internal SemaphoreSlim PartLimit { get; } = new(128);

    /// <summary>A data centre's number in the key exchange and in obfuscated headers.</summary>
    internal int SignedDcId(int dcId) => Test ? dcId + 10_000 : dcId;
}
