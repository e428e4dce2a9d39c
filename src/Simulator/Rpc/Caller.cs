using TelegramRest.Simulator.Sessions;
using TelegramRest.Simulator.World.Model;

namespace TelegramRest.Simulator.Rpc;

/// <summary>Who asks: the key and session of the call, and the account that is logged in, if one is.</summary>
internal sealed record Caller(RpcContext Context, Account? Account)
{
    /// <exception cref="RpcError">401 AUTH_KEY_UNREGISTERED.</exception>
    public Account Me => Account ?? throw new RpcError(401, "AUTH_KEY_UNREGISTERED");

    public long SessionId => Context.SessionId;
}
