using Microsoft.Extensions.Logging;
using TelegramRest.Mtproto.Rpc;

namespace TelegramRest.Mtproto.Datacenters;

/// <summary>What all sessions of one account share.</summary>
internal sealed record ClientContext(MtprotoClientOptions Options, IAuthStore Store, ListenerPump Pump, ILogger Logger);
