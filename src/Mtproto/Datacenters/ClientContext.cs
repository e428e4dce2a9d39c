using Microsoft.Extensions.Logging;
using TelegramRest.Mtproto.Rpc;

namespace TelegramRest.Mtproto.Datacenters;

/// <summary>What all sessions of one account share.</summary>
/// <param name="OnConnected">Called whenever the main session has a connection.</param>
internal sealed record ClientContext(MtprotoClientOptions Options, IAuthStore Store, ListenerPump Pump, ILogger Logger, Action OnConnected);
