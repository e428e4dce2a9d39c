using System.Net;

namespace TelegramRest.Server.Http;

/// <summary>IPv4 ranges that no public host has.</summary>
/// <remarks>https://www.iana.org/assignments/iana-ipv4-special-registry</remarks>
internal static class ReservedAddresses
{
    private static readonly IPNetwork[] Ranges =
    [
        .. new[]
        {
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24",
            "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/3",
        }.Select(range => IPNetwork.Parse(range)),
    ];

    public static bool Contains(IPAddress address) => Array.Exists(Ranges, range => range.Contains(address));
}
