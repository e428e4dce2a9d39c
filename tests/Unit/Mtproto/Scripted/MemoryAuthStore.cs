using System.Collections.Concurrent;
using System.Threading.Channels;
using TelegramRest.Mtproto;

namespace TelegramRest.Tests.Unit.Mtproto.Scripted;

internal sealed class MemoryAuthStore : IAuthStore
{
    public ConcurrentDictionary<int, DcAuth> Keys { get; } = new();

    public int? HomeDc { get; set; }

    /// <summary>Every saving, in order.</summary>
    public Channel<DcAuth> Saved { get; } = Channel.CreateUnbounded<DcAuth>();

    public ValueTask<AuthState> LoadAsync(CancellationToken cancellationToken) => new(new AuthState(HomeDc, [.. Keys.Values]));

    public ValueTask SaveAsync(DcAuth auth, CancellationToken cancellationToken)
    {
        Keys[auth.DcId] = auth;
        return Saved.Writer.WriteAsync(auth, cancellationToken);
    }

    public ValueTask RemoveAsync(int dcId, CancellationToken cancellationToken)
    {
        Keys.TryRemove(dcId, out _);
        return ValueTask.CompletedTask;
    }

    public ValueTask SaveHomeDcAsync(int dcId, CancellationToken cancellationToken)
    {
        HomeDc = dcId;
        return ValueTask.CompletedTask;
    }
}
