using Microsoft.Extensions.Logging.Abstractions;
using TelegramRest.Accounts.Updates;

namespace TelegramRest.Tests.Unit.Accounts.Updates;

public sealed class UpdateSequencerTests
{
    private readonly ScriptedSource source = new();
    private readonly RecordingSink sink = new();
    private readonly SequencePositions positions = new(new UpdateState(10, 5, 100, 3), [(77, 20)]);
    private readonly UpdateSequencer sequencer;

    public UpdateSequencerTests() =>
        sequencer = new UpdateSequencer(source, sink, positions, NullLogger.Instance);

    [Fact]
    public async Task The_next_update_is_applied()
    {
        await Handle(New("a", 11), New("b", 12));

        Assert.Equal(["a", "b"], sink.Applied);
        Assert.Equal(12, sink.State?.Pts);
    }

    [Fact]
    public async Task A_repeated_update_is_dropped()
    {
        await Handle(New("a", 11));
        await Handle(New("a", 11));

        Assert.Equal(["a"], sink.Applied);
    }

    [Fact]
    public async Task Updates_that_overtook_each_other_are_put_in_order()
    {
        await Handle(New("c", 13));
        await Handle(New("b", 12));
        Assert.True(sequencer.HasGap);
        await Handle(New("a", 11));

        Assert.Equal(["a", "b", "c"], sink.Applied);
        Assert.False(sequencer.HasGap);
        Assert.Empty(source.Asked);
    }

    [Fact]
    public async Task A_gap_that_stays_is_closed_by_the_difference()
    {
        await Handle(New("c", 13));
        source.Differences.Enqueue(Difference(13, "a", "b", "c"));

        await sequencer.CloseGapsAsync(CancellationToken.None);

        Assert.Equal(["a", "b", "c"], sink.Applied);
        Assert.Equal(["difference 10/5"], source.Asked);
        Assert.Equal(13, sink.State?.Pts);
        Assert.False(sequencer.HasGap);
    }

    [Fact]
    public async Task What_follows_the_difference_is_replayed_after_it()
    {
        await Handle(New("d", 14));
        source.Differences.Enqueue(Difference(13, "a", "b", "c"));

        await sequencer.CloseGapsAsync(CancellationToken.None);

        Assert.Equal(["a", "b", "c", "d"], sink.Applied);
        Assert.Equal(14, sink.State?.Pts);
    }

    [Fact]
    public async Task Slices_are_fetched_to_the_end_and_each_is_stored()
    {
        source.Differences.Enqueue(new Tl.Updates.DifferenceSlice
        {
            NewMessages = [Message("a")],
            NewEncryptedMessages = [],
            OtherUpdates = [],
            Chats = [],
            Users = [],
            IntermediateState = State(11),
        });
        source.Differences.Enqueue(Difference(12, "b"));

        await sequencer.RecoverAsync(CancellationToken.None);

        Assert.Equal(["a", "b"], sink.Applied);
        Assert.Equal(["difference 10/5", "difference 11/5"], source.Asked);
    }

    [Fact]
    public async Task A_history_that_is_gone_is_skipped()
    {
        source.Differences.Enqueue(new Tl.Updates.DifferenceTooLong { Pts = 500 });
        source.Differences.Enqueue(new Tl.Updates.DifferenceEmpty { Date = 200, Seq = 9 });

        await sequencer.RecoverAsync(CancellationToken.None);

        Assert.Equal(new UpdateState(500, 5, 200, 9), sink.State);
    }

    [Fact]
    public async Task Too_long_asks_for_the_difference()
    {
        source.Differences.Enqueue(Difference(11, "a"));

        await sequencer.HandleAsync(new Tl.UpdatesTooLong(), CancellationToken.None);

        Assert.Equal(["a"], sink.Applied);
    }

    [Fact]
    public async Task A_short_message_of_a_known_sender_is_a_new_message()
    {
        await sequencer.HandleAsync(new Tl.UpdateShortMessage { Id = 1, UserId = 5, Message = "hi", Pts = 11, PtsCount = 1, Date = 1 }, CancellationToken.None);

        Assert.Equal(["hi"], sink.Applied);
    }

    [Fact]
    public async Task A_short_message_of_a_stranger_is_fetched_with_its_sender()
    {
        source.Differences.Enqueue(Difference(11, "hi"));

        await sequencer.HandleAsync(new Tl.UpdateShortMessage { Id = 1, UserId = 404, Message = "hi", Pts = 11, PtsCount = 1, Date = 1 }, CancellationToken.None);

        Assert.Equal(["hi"], sink.Applied);
        Assert.Equal(["difference 10/5"], source.Asked);
    }

    [Fact]
    public async Task A_short_answer_counts_without_being_shown()
    {
        await sequencer.HandleAsync(new Tl.UpdateShortSentMessage { Id = 1, Pts = 11, PtsCount = 1, Date = 1 }, CancellationToken.None);
        await Handle(New("b", 12));

        Assert.Equal(["b"], sink.Applied);
        Assert.False(sequencer.HasGap);
    }

    [Fact]
    public async Task Containers_wait_for_the_one_before_them()
    {
        await Container(5, new Tl.UpdateConfig());
        Assert.True(sequencer.HasGap);
        Assert.Empty(sink.Applied);

        await Container(4, new Tl.UpdatePrivacy { Key = new Tl.PrivacyKeyChatInvite(), Rules = [] });

        Assert.Equal(["UpdatePrivacy", "UpdateConfig"], sink.Applied);
        Assert.Equal(5, sink.State?.Seq);
    }

    [Fact]
    public async Task A_repeated_container_is_dropped()
    {
        await Container(3, new Tl.UpdateConfig());

        Assert.Empty(sink.Applied);
    }

    [Fact]
    public async Task A_container_without_number_is_applied_at_once()
    {
        await Container(0, new Tl.UpdateConfig());

        Assert.Equal(["UpdateConfig"], sink.Applied);
    }

    [Fact]
    public async Task Secondary_updates_count_by_one()
    {
        await Handle(Stopped(7));
        Assert.Empty(sink.Applied);
        await Handle(Stopped(6));

        Assert.Equal(["UpdateBotStopped", "UpdateBotStopped"], sink.Applied);
        Assert.Equal(7, sink.State?.Qts);
    }

    [Fact]
    public async Task Channels_count_for_themselves()
    {
        await Handle(NewInChannel("x", 21));
        await Handle(NewInChannel("z", 23));
        await Handle(New("a", 11));

        Assert.Equal(["x", "a"], sink.Applied);
        Assert.Equal(21, sink.Channels[77]);

        await Handle(NewInChannel("y", 22));
        Assert.Equal(["x", "a", "y", "z"], sink.Applied);
    }

    [Fact]
    public async Task A_channel_gap_is_closed_by_the_channels_difference_alone()
    {
        await Handle(NewInChannel("z", 23));
        source.ChannelDifferences.Enqueue(new Tl.Updates.ChannelDifference
        {
            Final = true,
            Pts = 23,
            NewMessages = [Message("x"), Message("y"), Message("z")],
            OtherUpdates = [],
            Chats = [],
            Users = [],
        });

        await sequencer.CloseGapsAsync(CancellationToken.None);

        Assert.Equal(["x", "y", "z"], sink.Applied);
        Assert.Equal(["channel 77 20"], source.Asked);
        Assert.Equal(23, sink.Channels[77]);
    }

    [Fact]
    public async Task A_new_channel_starts_with_its_first_update()
    {
        await Handle(NewInChannel("x", 900, channelId: 88));

        Assert.Equal(["x"], sink.Applied);
        Assert.Equal(900, sink.Channels[88]);
    }

    [Fact]
    public async Task A_channel_that_is_out_of_reach_is_forgotten()
    {
        source.ChannelDifferences.Enqueue(null);

        await Handle(new Tl.UpdateChannelTooLong { ChannelId = 77 });

        Assert.False(sink.Channels.ContainsKey(77));
        Assert.Null(positions.Channel(77));
    }

    [Fact]
    public async Task An_account_that_is_new_starts_from_now()
    {
        var fresh = new UpdateSequencer(source, sink, new SequencePositions(null, []), NullLogger.Instance);
        await fresh.HandleAsync(new Tl.UpdatesTooLong(), CancellationToken.None);
        Assert.Empty(source.Asked);

        await fresh.RecoverAsync(CancellationToken.None);

        Assert.Equal(["state"], source.Asked);
        Assert.Equal(new UpdateState(1, 1, 1, 1), sink.State);
    }

    [Fact]
    public async Task After_a_failed_commit_the_stored_state_counts_again()
    {
        sink.Fails = true;
        await Assert.ThrowsAsync<IOException>(() => Handle(New("a", 11)));

        sequencer.Reset(new SequencePositions(new UpdateState(10, 5, 100, 3), []));
        source.Differences.Enqueue(Difference(11, "a"));
        await sequencer.RecoverAsync(CancellationToken.None);

        Assert.Equal(["a"], sink.Applied);
        Assert.Equal(["difference 10/5"], source.Asked);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Any_order_of_arrival_gives_the_order_of_the_sequence(int seed)
    {
        var order = Enumerable.Range(11, 60).ToArray();
        new Random(seed).Shuffle(order);

        foreach (var pts in order)
        {
            await Handle(New(pts.ToString(System.Globalization.CultureInfo.InvariantCulture), pts));
            await Handle(New("again", Math.Max(11, pts - 40)));
        }

        Assert.Equal(60, sink.State!.Pts - 10);
        Assert.Equal(60, sink.Applied.Count);
    }

    private static Tl.Message Message(string text) => new() { Id = 1, PeerId = new Tl.PeerUser { UserId = 5 }, Date = 1, MessageValue = text };

    private static Tl.UpdateNewMessage New(string text, int pts) => new() { Message = Message(text), Pts = pts, PtsCount = 1 };

    private static Tl.UpdateNewChannelMessage NewInChannel(string text, int pts, long channelId = 77) => new()
    {
        Message = new Tl.Message { Id = 1, PeerId = new Tl.PeerChannel { ChannelId = channelId }, Date = 1, MessageValue = text },
        Pts = pts,
        PtsCount = 1,
    };

    private static Tl.UpdateBotStopped Stopped(int qts) => new() { UserId = 5, Date = 1, Stopped = true, Qts = qts };

    private static Tl.Updates.State State(int pts) => new() { Pts = pts, Qts = 5, Date = 100, Seq = 3 };

    private static Tl.Updates.Difference Difference(int pts, params string[] texts) => new()
    {
        NewMessages = [.. texts.Select(Message)],
        NewEncryptedMessages = [],
        OtherUpdates = [],
        Chats = [],
        Users = [],
        State = State(pts),
    };

    private Task Handle(params Tl.UpdateBase[] updates) =>
        sequencer.HandleAsync(new Tl.UpdatesConstructor { Updates = updates, Users = [], Chats = [], Date = 1, Seq = 0 }, CancellationToken.None);

    private Task Container(int seq, Tl.UpdateBase update) =>
        sequencer.HandleAsync(new Tl.UpdatesConstructor { Updates = [update], Users = [], Chats = [], Date = 200, Seq = seq }, CancellationToken.None);
}
