namespace TelegramRest.Simulator.Rpc;

/// <summary>An <c>rpc_error</c> answer (https://core.telegram.org/api/errors): 303 elsewhere, 400 bad request, 401 not logged in, 403 not allowed, 406 not acceptable, 420 flood.</summary>
internal sealed class RpcError(int code, string message) : Exception(message)
{
    public int Code { get; } = code;
}
