using TelegramRest.Simulator.Sessions;

namespace TelegramRest.Simulator.Rpc;

/// <summary>Answers RPCs. The result is what <see cref="Tl.TlMethod.WriteResultObject"/> writes for that method.</summary>
internal interface IRpcDispatcher
{
    /// <exception cref="RpcError">The answer is an <c>rpc_error</c>.</exception>
    ValueTask<object> InvokeAsync(RpcContext context, Tl.TlMethod method, CancellationToken cancellationToken);
}
