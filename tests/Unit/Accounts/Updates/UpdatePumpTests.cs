using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using TelegramRest.Accounts.Updates;

namespace TelegramRest.Tests.Unit.Accounts.Updates;

public sealed class UpdatePumpTests : IAsyncLifetime
{
    private static readonly UpdateState Stored = new(10, 5, 100, 3);

    private readonly ScriptedSource source = new();
    private readonly RecordingSink sink = new();
    private readonly FakeTimeProvider time = new();
    private readonly UpdatePump pump;

    public UpdatePumpTests() => pump = new UpdatePump(
        new UpdateSequencer(source, sink, new SequencePositions(Stored, []), NullLogger.Instance),
        () => new SequencePositions(sink.State ?? Stored, []),
        time,
        NullLogger.Instance,
        accountId: 7);

    [Fact]
    public async Task Work_runs_one_after_another_in_order()
    {
        var order = new List<int>();
        for (var n = 0; n < 100; n++)
        {
            var number = n;
            pump.Post(async (_, _) =>
            {
                await Task.Yield();
                order.Add(number);
            });
        }

        await pump.RunAsync((_, _) => Task.CompletedTask);

        Assert.Equal(Enumerable.Range(0, 100), order);
    }

    [Fact]
    public async Task A_gap_is_closed_after_half_a_second()
    {
        source.Differences.Enqueue(Difference());
        await pump.RunAsync((sequencer, cancellationToken) => sequencer.HandleConsumedAsync(null, 14, 1, cancellationToken));
        time.Advance(TimeSpan.FromSeconds(0.4));
        await pump.RunAsync((_, _) => Task.CompletedTask);
        Assert.Empty(source.Asked);

        await UntilAsync(TimeSpan.FromSeconds(0.1));

        Assert.Equal(["difference 10/5"], source.Asked);
    }

    [Fact]
    public async Task What_failed_is_fetched_again_from_what_is_stored()
    {
        source.Differences.Enqueue(Difference());
        await pump.RunAsync((_, _) => throw new IOException("disk full"));

        await UntilAsync(TimeSpan.FromSeconds(1));

        Assert.Equal(["difference 10/5"], source.Asked);
        Assert.Equal(20, sink.State?.Pts);
    }

    [Fact]
    public async Task Nothing_runs_after_the_end()
    {
        await pump.DisposeAsync();
        var ran = false;

        await pump.RunAsync((_, _) =>
        {
            ran = true;
            return Task.CompletedTask;
        });

        Assert.False(ran);
    }

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => pump.DisposeAsync().AsTask();

    private static Tl.Updates.Difference Difference() => new()
    {
        NewMessages = [],
        NewEncryptedMessages = [],
        OtherUpdates = [],
        Chats = [],
        Users = [],
        State = new() { Pts = 20, Qts = 5, Date = 100, Seq = 3 },
    };

    /// <summary>The alarm is set when the pump comes to rest, on its own thread.</summary>
    private async Task UntilAsync(TimeSpan step)
    {
        while (source.Asked.Count == 0)
        {
            await Task.Yield();
            time.Advance(step);
        }

        await pump.RunAsync((_, _) => Task.CompletedTask);
    }
}
