using TelegramRest.Simulator.World.Model;

namespace TelegramRest.Tests.Unit.Simulator.World;

/// <summary>pts, differences, and that pushes and differences tell the same story.</summary>
public sealed class UpdateLogTests
{
    [Fact]
    public async Task Private_message_moves_both_boxes_by_one()
    {
        await using var world = TestWorld.Open();
        var (ann, bot) = (await world.PersonAsync("Ann"), await world.BotAsync("echo_bot"));
        var (person, robot) = (world.LogIn(ann), world.LogIn(bot));
        var before = (await person.CallAsync(new Tl.Updates.GetState())).Pts;

        var method = world.Text(person, bot.Peer, "hello");
        var answer = Assert.IsType<Tl.UpdatesConstructor>(await person.CallAsync(method));

        var sent = Assert.Single(answer.Updates.OfType<Tl.UpdateNewMessage>());
        Assert.Equal((before + 1, 1), (sent.Pts, sent.PtsCount));
        Assert.Equal(method.RandomId, Assert.Single(answer.Updates.OfType<Tl.UpdateMessageID>()).RandomId);
        Assert.True(((Tl.Message)sent.Message).Out);
        Assert.Contains(answer.Users, user => user is Tl.User { Self: true });
        Assert.Contains(answer.Users, user => user is Tl.User { Bot: true });

        var push = Assert.IsType<Tl.UpdateNewMessage>(Assert.Single(world.Pusher.To(bot.Id)));
        var received = Assert.IsType<Tl.Message>(push.Message);
        Assert.Equal(("hello", false, 2, 1), (received.MessageValue, received.Out, push.Pts, push.PtsCount));
        Assert.Equal(ann.Id, Assert.IsType<Tl.PeerUser>(received.PeerId).UserId);
        Assert.Equal(person.SessionId, Assert.Single(world.Pusher.Pushed, each => each.UserId == ann.Id).ExceptSessionId);
        Assert.Equal(2, (await robot.CallAsync(new Tl.Updates.GetState())).Pts);
    }

    [Fact]
    public async Task Difference_brings_what_pushes_would_have_brought()
    {
        await using var world = TestWorld.Open();
        var (ann, bot) = (await world.PersonAsync("Ann"), await world.BotAsync("echo_bot"));
        var (person, robot) = (world.LogIn(ann), world.LogIn(bot));
        var first = await world.SendAsync(person, bot.Peer, "one");
        await world.SendAsync(person, bot.Peer, "two");
        await person.CallAsync(new Tl.Messages.EditMessage { Peer = world.Peer(person, bot.Peer), Id = first.Id, Message = "uno" });
        await person.CallAsync(new Tl.Messages.DeleteMessages { Id = [first.Id], Revoke = true });

        var all = Assert.IsType<Tl.Updates.Difference>(await robot.CallAsync(Since(1)));
        var tail = Assert.IsType<Tl.Updates.Difference>(await robot.CallAsync(Since(3)));
        var none = await robot.CallAsync(Since(5));

        Assert.Equal(["two"], all.NewMessages.Cast<Tl.Message>().Select(message => message.MessageValue));
        Assert.Single(all.OtherUpdates.OfType<Tl.UpdateDeleteMessages>());
        Assert.Equal(5, all.State.Pts);
        Assert.Empty(tail.NewMessages);
        Assert.Single(tail.OtherUpdates);
        Assert.IsType<Tl.Updates.DifferenceEmpty>(none);
        Assert.Equal([2, 3, 4, 5], world.Pusher.To(bot.Id).Select(Pts));
    }

    [Fact]
    public async Task Long_difference_comes_in_slices_that_join()
    {
        await using var world = TestWorld.Open();
        var (ann, bot) = (await world.PersonAsync("Ann"), await world.BotAsync("echo_bot"));
        var (person, robot) = (world.LogIn(ann), world.LogIn(bot));
        for (var index = 0; index < 25; index++)
            await world.SendAsync(person, bot.Peer, $"{index}");

        var texts = new List<string>();
        var pts = 1;
        while (await robot.CallAsync(Since(pts, limit: 10)) is Tl.Updates.DifferenceSlice slice)
        {
            texts.AddRange(slice.NewMessages.Cast<Tl.Message>().Select(message => message.MessageValue));
            pts = slice.IntermediateState.Pts;
        }

        var rest = Assert.IsType<Tl.Updates.Difference>(await robot.CallAsync(Since(pts, limit: 10)));
        texts.AddRange(rest.NewMessages.Cast<Tl.Message>().Select(message => message.MessageValue));
        Assert.Equal(Enumerable.Range(0, 25).Select(index => $"{index}"), texts);
        Assert.Equal(26, rest.State.Pts);
    }

    [Theory]
    [InlineData(0, "PERSISTENT_TIMESTAMP_EMPTY")]
    [InlineData(-1, "PERSISTENT_TIMESTAMP_INVALID")]
    [InlineData(99, "PERSISTENT_TIMESTAMP_INVALID")]
    public async Task Impossible_pts_is_refused(int pts, string error)
    {
        await using var world = TestWorld.Open();
        var client = world.LogIn(await world.PersonAsync("Ann"));

        Assert.Equal(error, (await client.FailAsync(Since(pts))).Message);
    }

    [Fact]
    public async Task Group_message_has_an_id_of_its_own_in_every_box()
    {
        await using var world = TestWorld.Open();
        var (ann, ben) = (await world.PersonAsync("Ann"), await world.PersonAsync("Ben"));
        var (first, second) = (world.LogIn(ann), world.LogIn(ben));
        await world.SendAsync(first, ann.Peer, "a note to self moves Ann's ids on");
        var group = await world.GroupAsync(ann, ben);

        var sent = await world.SendAsync(first, group.Peer, "hi");
        var received = Assert.IsType<Tl.Message>(world.Pusher.To(ben.Id).OfType<Tl.UpdateNewMessage>().Last().Message);

        Assert.Equal(sent.Id, received.Id + 1);
        Assert.Equal(group.Id, Assert.IsType<Tl.PeerChat>(received.PeerId).ChatId);
        await second.CallAsync(new Tl.Messages.ReadHistory { Peer = world.Peer(second, group.Peer), MaxId = received.Id });
        var read = Assert.Single(world.Pusher.To(ann.Id).OfType<Tl.UpdateReadHistoryOutbox>());
        Assert.Equal(sent.Id, read.MaxId);
    }

    [Fact]
    public async Task Channel_has_one_sequence_for_all()
    {
        await using var world = TestWorld.Open();
        var (ann, ben) = (await world.PersonAsync("Ann"), await world.PersonAsync("Ben"));
        var (first, second) = (world.LogIn(ann), world.LogIn(ben));
        var channel = await world.ChannelAsync(ann, broadcast: false, ben);
        world.Pusher.Pushed.Clear();

        var one = await world.SendAsync(first, channel.Peer, "one");
        var two = await world.SendAsync(second, channel.Peer, "two");
        await first.CallAsync(new Tl.Channels.DeleteMessages { Channel = world.Input(first, channel), Id = [one.Id, two.Id] });

        Assert.Equal(one.Id + 1, two.Id);
        Assert.Equal([4, 5, 7], world.Pusher.To(ben.Id).Select(Pts));
        var difference = Assert.IsType<Tl.Updates.ChannelDifference>(await second.CallAsync(ChannelSince(world, second, channel, 3)));
        Assert.Equal((true, 7), (difference.Final, difference.Pts));
        Assert.Empty(difference.NewMessages);
        Assert.Equal([one.Id, two.Id], Assert.IsType<Tl.UpdateDeleteChannelMessages>(Assert.Single(difference.OtherUpdates)).Messages);
        Assert.IsType<Tl.Updates.ChannelDifferenceEmpty>(await second.CallAsync(ChannelSince(world, second, channel, 7)));
    }

    [Fact]
    public async Task Probe_of_a_channel_answers_too_long_with_its_dialog()
    {
        await using var world = TestWorld.Open();
        var ann = await world.PersonAsync("Ann");
        var client = world.LogIn(ann);
        var channel = await world.ChannelAsync(ann, broadcast: true);
        await world.SendAsync(client, channel.Peer, "one");

        var probe = Assert.IsType<Tl.Updates.ChannelDifferenceTooLong>(await client.CallAsync(ChannelSince(world, client, channel, 1, limit: 1)));

        Assert.Equal(3, Assert.IsType<Tl.Dialog>(probe.Dialog).Pts);
        Assert.Single(probe.Messages);
    }

    [Fact]
    public async Task Random_id_works_once()
    {
        await using var world = TestWorld.Open();
        var client = world.LogIn(await world.PersonAsync("Ann"));
        var method = world.Text(client, PeerKey.User(client.UserId), "once");
        await client.CallAsync(method);

        var error = await client.FailAsync(method);

        Assert.Equal((500, "RANDOM_ID_DUPLICATE"), (error.Code, error.Message));
    }

    private static Tl.Updates.GetDifference Since(int pts, int? limit = null) => new() { Pts = pts, Qts = 1, Date = 1, PtsLimit = limit };

    private static Tl.Updates.GetChannelDifference ChannelSince(TestWorld world, TestClient client, Channel channel, int pts, int limit = 100) =>
        new() { Channel = world.Input(client, channel), Filter = new Tl.ChannelMessagesFilterEmpty(), Pts = pts, Limit = limit };

    private static int Pts(Tl.UpdateBase update) => update switch
    {
        Tl.UpdateNewMessage it => it.Pts,
        Tl.UpdateEditMessage it => it.Pts,
        Tl.UpdateDeleteMessages it => it.Pts,
        Tl.UpdateNewChannelMessage it => it.Pts,
        Tl.UpdateDeleteChannelMessages it => it.Pts,
        _ => throw new NotSupportedException(update.GetType().Name),
    };
}
