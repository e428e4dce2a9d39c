using Microsoft.Extensions.Logging;
using TelegramRest.Accounts.Caching;
using TelegramRest.Accounts.Files;
using TelegramRest.Accounts.Messages;
using TelegramRest.Accounts.Peers;
using TelegramRest.Accounts.Sends;
using TelegramRest.Accounts.Storage;
using TelegramRest.Accounts.Webhooks;
using TelegramRest.Mtproto;
using TelegramRest.Mtproto.Connection;
using TelegramRest.Mtproto.Datacenters;

namespace TelegramRest.Accounts;

/// <summary>What the accounts of a process share.</summary>
internal sealed class AccountServices(
    AccountOptions options, Store store, SendLedger sends, Vault vault, Outlets outlets, TimeProvider time, ILoggerFactory loggers)
{
    private readonly Lazy<MtprotoClientOptions> production = new(() => Client(options, test: false, time, loggers));
    private readonly Lazy<MtprotoClientOptions> test = new(() => Client(options, test: true, time, loggers));

    public AccountOptions Options => options;

    public Store Store => store;

    public SendLedger Sends => sends;

    public Vault Vault => vault;

    public Outlets Outlets => outlets;

    public TimeProvider Time => time;

    public ILogger Logger { get; } = loggers.CreateLogger<Account>();

    public PeerStore Peers { get; } = new(store, loggers.CreateLogger<PeerStore>());

    public MessageCache Messages { get; } = new();

    public LocalFiles LocalFiles { get; } = new(options.LocalRoots);

    public FileCache FileCache { get; } = new(Path.Combine(options.Directory, "files"), options.FileCacheBytes ?? long.MaxValue, time);

    public BoundedCache<(long AccountId, string Username), ResolvedName> Names { get; } = new(10_000);

    /// <summary>Short names of sticker sets by id.</summary>
    public BoundedCache<long, string> StickerSets { get; } = new(10_000);

    public MtprotoClientOptions ClientOptions(bool isTest) => isTest ? test.Value : production.Value;

    private static MtprotoClientOptions Client(AccountOptions options, bool test, TimeProvider time, ILoggerFactory loggers) => new()
    {
        ApiId = options.ApiId,
        ApiHash = options.ApiHash,
        AppVersion = options.ApplicationVersion,
        Test = test,
        Datacenters = options.DataCentres.Count > 0
            ? DcTable.Of(options.DataCentres.Select(address => new DcEndpoint(address.Id, address.Host, address.Port)))
            : test ? DcTable.Test() : DcTable.Production(),
        ExtraRsaKeys = options.RsaPublicKeys,
        Proxy = options.Proxy is { Length: > 0 } proxy ? Proxy.Parse(proxy) : null,
        TimeProvider = time,
        LoggerFactory = loggers,
    };
}
