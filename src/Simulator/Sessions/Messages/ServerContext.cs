using System.Net;
using Microsoft.Extensions.Logging;
using TelegramRest.Simulator.Rpc;
using TelegramRest.Simulator.Sessions.Faults;
using TelegramRest.Simulator.Sessions.Keys;
using TelegramRest.Wire;

namespace TelegramRest.Simulator.Sessions.Messages;

/// <summary>What all connections of a server share.</summary>
internal sealed record ServerContext(
    RsaPrivateKey Rsa,
    AuthKeyTable Keys,
    ServerSalts Salts,
    SessionTable Sessions,
    IRpcDispatcher Dispatcher,
    FaultPlan Faults,
    TimeProvider Time,
    ILogger Logger)
{
    /// <summary>Set once the listeners have their ports.</summary>
    public IReadOnlyList<DataCenter> DataCenters { get; set; } = [];

    /// <summary>The data centres as a client is told them: where they listen on every address, the one that it came to is the one to come back to.</summary>
    public IReadOnlyList<DataCenter> DataCentersFor(IPAddress reached) =>
        DataCenters.All(center => !IsAnyAddress(center.Host)) ? DataCenters : [.. DataCenters.Select(center => IsAnyAddress(center.Host) ? center with { Host = reached.ToString() } : center)];

    private static bool IsAnyAddress(string host) => IPAddress.TryParse(host, out var address) && (address.Equals(IPAddress.Any) || address.Equals(IPAddress.IPv6Any));
}
