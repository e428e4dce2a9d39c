using TelegramRest.Accounts.Updates;

namespace TelegramRest.Tests.Unit.Accounts.Updates;

/// <summary>Answers differences in the order in which the test gave them, and notes what was asked.</summary>
internal sealed class ScriptedSource : IUpdateSource
{
    public Queue<Tl.Updates.DifferenceBase> Differences { get; } = [];

    public Queue<Tl.Updates.ChannelDifferenceBase?> ChannelDifferences { get; } = [];

    public List<string> Asked { get; } = [];

    public Task<Tl.Updates.State> GetStateAsync(CancellationToken cancellationToken)
    {
        Asked.Add("state");
        return Task.FromResult(new Tl.Updates.State { Pts = 1, Qts = 1, Date = 1, Seq = 1 });
    }

    public Task<Tl.Updates.DifferenceBase> GetDifferenceAsync(UpdateState state, CancellationToken cancellationToken)
    {
        Asked.Add($"difference {state.Pts}/{state.Qts}");
        return Task.FromResult(Differences.Dequeue());
    }

    public Task<Tl.Updates.ChannelDifferenceBase?> GetChannelDifferenceAsync(long channelId, int pts, CancellationToken cancellationToken)
    {
        Asked.Add($"channel {channelId} {pts}");
        return Task.FromResult(ChannelDifferences.Dequeue());
    }
}
