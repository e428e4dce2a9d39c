using TelegramRest.Simulator.Rpc;
using TelegramRest.Simulator.Sessions;

namespace TelegramRest.Tests.Unit.Simulator.Sessions;

/// <summary>Answers what the test says and counts how often it was asked.</summary>
internal sealed class ScriptedDispatcher : IRpcDispatcher
{
    private int _calls;

    public Func<RpcContext, Tl.TlMethod, ValueTask<object>> Answer { get; set; } = (context, _) => new(new Tl.NearestDc { Country = "QU", ThisDc = context.DcId, NearestDcValue = context.DcId });

    public int Calls => _calls;

    public ValueTask<object> InvokeAsync(RpcContext context, Tl.TlMethod method, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _calls);
        return Answer(context, method);
    }
}
