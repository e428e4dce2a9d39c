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
}
