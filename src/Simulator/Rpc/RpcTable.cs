namespace TelegramRest.Simulator.Rpc;

/// <summary>Method → what answers it. The type parameters make the compiler hold every answer against the schema.</summary>
internal sealed class RpcTable
{
    private readonly Dictionary<Type, Route> _routes = [];

    /// <summary>The answer is made under the world's lock.</summary>
    public void On<TMethod, TResult>(Access access, Func<Caller, TMethod, TResult> answer)
        where TMethod : Tl.TlMethod, Tl.ITlMethod<TResult>
        where TResult : notnull =>
        _routes.Add(typeof(TMethod), new Route(access, (caller, method) => answer(caller, (TMethod)method), null));

    /// <summary>The answer takes its time; it enters the world's lock by itself where it needs to.</summary>
    public void OnAsync<TMethod, TResult>(Access access, Func<Caller, TMethod, CancellationToken, Task<TResult>> answer)
        where TMethod : Tl.TlMethod, Tl.ITlMethod<TResult>
        where TResult : notnull =>
        _routes.Add(typeof(TMethod), new Route(access, null, async (caller, method, cancellationToken) => await answer(caller, (TMethod)method, cancellationToken)));

    public Route? Find(Type method) => _routes.GetValueOrDefault(method);
}
