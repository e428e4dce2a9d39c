using System.Threading.Channels;
using TelegramRest.Mtproto;

namespace TelegramRest.Tests.Unit.Mtproto.Scripted;

/// <summary>Keeps what the engine tells, in order: pushes, "lost", and errors.</summary>
internal sealed class RecordingListener : IMtprotoListener
{
    public const string Lost = "lost";

    private readonly Channel<object> heard = Channel.CreateUnbounded<object>();

    public ValueTask<object> NextAsync() => heard.Reader.ReadAsync(Deadline.Token());

    public bool IsEmpty => heard.Reader.Count == 0;

    public ValueTask OnUpdatesAsync(Tl.UpdatesBase updates) => heard.Writer.WriteAsync(updates);

    public ValueTask OnSessionLostAsync() => heard.Writer.WriteAsync(Lost);

    public ValueTask OnAuthorizationLostAsync(RpcException error) => heard.Writer.WriteAsync(error);
}
