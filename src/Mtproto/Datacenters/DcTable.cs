namespace TelegramRest.Mtproto.Datacenters;

/// <summary>
/// The addresses of all data centres, shared by the accounts of a process. Starts from the built-in or given addresses and learns from
/// <c>help.getConfig</c>; an address that was given from outside is never replaced.
/// https://core.telegram.org/api/datacenter
/// </summary>
public sealed class DcTable
{
    private static readonly TimeSpan RetryRefreshAfter = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LongestValidity = TimeSpan.FromDays(1);

    private readonly Lock gate = new();
    private readonly HashSet<int> pinned = [];
    private Dictionary<int, DcEndpoint[]> endpoints;
    private DateTimeOffset refreshDue = DateTimeOffset.MinValue;

    private DcTable(IEnumerable<DcEndpoint> endpoints, bool isPinned)
    {
        this.endpoints = endpoints.GroupBy(endpoint => endpoint.DcId).ToDictionary(group => group.Key, group => group.ToArray());
        if (isPinned)
            pinned.UnionWith(this.endpoints.Keys);
    }

    /// <summary>Telegram's production servers.</summary>
    public static DcTable Production() => new(
        [
            new(1, "149.154.175.50", 443),
            new(2, "149.154.167.51", 443),
            new(2, "95.161.76.100", 443),
            new(3, "149.154.175.100", 443),
            new(4, "149.154.167.91", 443),
            new(5, "149.154.171.5", 443),
        ],
        isPinned: false);

    /// <summary>Telegram's test servers.</summary>
    public static DcTable Test() => new(
        [
            new(1, "149.154.175.10", 443),
            new(2, "149.154.167.40", 443),
            new(3, "149.154.175.117", 443),
        ],
        isPinned: false);

    /// <summary>Exactly these, and what their configuration adds for other numbers.</summary>
    public static DcTable Of(IEnumerable<DcEndpoint> endpoints) => new(endpoints, isPinned: true);

    /// <summary>The address to try; each further attempt takes the next one of the data centre.</summary>
    public DcEndpoint? Find(int dcId, int attempt)
    {
        lock (gate)
            return endpoints.TryGetValue(dcId, out var known) ? known[attempt % known.Length] : null;
    }

    /// <summary>The smallest number in the table, for an account that does not know yet where it lives.</summary>
    internal int FirstOr(int preferred)
    {
        lock (gate)
            return endpoints.Count == 0 || endpoints.ContainsKey(preferred) ? preferred : endpoints.Keys.Min();
    }

    /// <summary>True for one caller at a time when the configuration is due; the others need not ask.</summary>
    internal bool TryBeginRefresh(DateTimeOffset now)
    {
        lock (gate)
        {
            if (now < refreshDue)
                return false;
            refreshDue = now + RetryRefreshAfter;
            return true;
        }
    }

    /// <summary>Makes the next connection ask for the configuration again.</summary>
    internal void Expire()
    {
        lock (gate)
            refreshDue = DateTimeOffset.MinValue;
    }

    /// <summary>Takes what the configuration says over.</summary>
    internal void Update(Tl.Config config, DateTimeOffset now)
    {
        var usable = config.DcOptions
            .Where(option => option is { Ipv6: false, MediaOnly: false, TcpoOnly: false, Cdn: false, Secret: null })
            .Select(option => new DcEndpoint(option.Id, option.IpAddress, option.Port))
            .GroupBy(endpoint => endpoint.DcId);
        lock (gate)
        {
            var updated = new Dictionary<int, DcEndpoint[]>(endpoints);
            foreach (var group in usable.Where(group => !pinned.Contains(group.Key)))
                updated[group.Key] = group.ToArray();
            endpoints = updated;
            var validity = DateTimeOffset.FromUnixTimeSeconds(config.Expires) - DateTimeOffset.FromUnixTimeSeconds(config.Date);
            refreshDue = now + TimeSpan.FromTicks(Math.Clamp(validity.Ticks, RetryRefreshAfter.Ticks, LongestValidity.Ticks));
        }
    }
}
