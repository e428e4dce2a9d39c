using TelegramRest.Simulator.Rpc;
using TelegramRest.Simulator.Sessions;

namespace TelegramRest.Tests.Unit.Simulator.World;

/// <summary>One session of one key, straight at the dispatcher. Every answer takes the way through its bytes.</summary>
internal sealed class TestClient(RpcDispatcher dispatcher, AuthKey key, long sessionId)
{
    private static readonly DataCenter[] DataCenters = [new(1, "127.0.0.1", 1001), new(2, "127.0.0.1", 1002), new(4, "127.0.0.1", 1004)];

    public AuthKey Key => key;

    public long SessionId => sessionId;

    public long UserId => key.UserId!.Value;

    public Task<TResult> CallAsync<TResult>(Tl.ITlMethod<TResult> method) => CallInNameAsync(null, method);

    /// <summary>As a connected bot, under <c>invokeWithBusinessConnection</c>.</summary>
    public async Task<TResult> CallInNameAsync<TResult>(string? connection, Tl.ITlMethod<TResult> method)
    {
        var context = new RpcContext(key, sessionId, 1, DataCenters) { Layer = Tl.Schema.Layer, BusinessConnectionId = connection };
        var result = await dispatcher.InvokeAsync(context, method.Method, CancellationToken.None);
        using var writer = new Tl.TlWriter();
        method.Method.WriteResultObject(writer, result);
        return Read(method, writer.WrittenSpan);
    }

    public async Task<RpcError> FailAsync<TResult>(Tl.ITlMethod<TResult> method) => await Assert.ThrowsAsync<RpcError>(() => CallAsync(method));

    private static TResult Read<TResult>(Tl.ITlMethod<TResult> method, ReadOnlySpan<byte> bytes)
    {
        var reader = new Tl.TlReader(bytes);
        return method.ReadResult(ref reader);
    }
}
