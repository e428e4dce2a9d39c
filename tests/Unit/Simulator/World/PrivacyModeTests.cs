namespace TelegramRest.Tests.Unit.Simulator.World;

/// <summary>https://core.telegram.org/bots/features#privacy-mode</summary>
public sealed class PrivacyModeTests
{
    [Fact]
    public async Task Bot_sees_in_a_group_what_is_meant_for_it()
    {
        await using var world = TestWorld.Open();
        var (ann, bot, other) = (await world.PersonAsync("Ann"), await world.BotAsync("echo_bot"), await world.BotAsync("other_bot"));
        var (person, robot, second) = (world.LogIn(ann), world.LogIn(bot), world.LogIn(other));
        var group = await world.GroupAsync(ann, bot, other);
        await world.SendAsync(robot, group.Peer, "I am here");
        var seen = world.Pusher.To(ann.Id).OfType<Tl.UpdateNewMessage>().Select(update => update.Message).OfType<Tl.Message>().Last();

        await world.SendAsync(person, group.Peer, "nothing to see");
        await world.SendAsync(person, group.Peer, "/start");
        await world.SendAsync(person, group.Peer, "/start@other_bot");
        await world.SendAsync(person, group.Peer, "/start@echo_bot");
        await world.SendAsync(person, group.Peer, "hello @Echo_Bot!");
        await world.SendAsync(second, group.Peer, "/start@echo_bot from a bot");
        var reply = world.Text(person, group.Peer, "a reply");
        reply.ReplyTo = new Tl.InputReplyToMessage { ReplyToMsgId = seen.Id };
        await person.CallAsync(reply);

        Assert.Equal(["I am here", "/start", "/start@echo_bot", "hello @Echo_Bot!", "a reply"], Texts(world, bot.Id));
    }

    [Fact]
    public async Task Bot_without_privacy_or_with_admin_rights_sees_all_but_bots()
    {
        await using var world = TestWorld.Open();
        var (ann, open, admin) = (await world.PersonAsync("Ann"), await world.BotAsync("open_bot", privacy: false), await world.BotAsync("admin_bot"));
        var (person, _, boss) = (world.LogIn(ann), world.LogIn(open), world.LogIn(admin));
        var channel = await world.ChannelAsync(ann, broadcast: false, open, admin);
        await world.PromoteAsync(channel, admin, new Tl.ChatAdminRights { DeleteMessages = true });

        await world.SendAsync(person, channel.Peer, "hello");
        await world.SendAsync(boss, channel.Peer, "hello from a bot");

        Assert.Equal(["hello"], Texts(world, open.Id));
        Assert.Equal(["hello", "hello from a bot"], Texts(world, admin.Id));
    }

    [Fact]
    public async Task Hidden_supergroup_messages_leave_no_hole()
    {
        await using var world = TestWorld.Open();
        var (ann, bot) = (await world.PersonAsync("Ann"), await world.BotAsync("echo_bot"));
        var (person, robot) = (world.LogIn(ann), world.LogIn(bot));
        var channel = await world.ChannelAsync(ann, broadcast: false, bot);
        var start = Pts(world, bot.Id);
        world.Pusher.Pushed.Clear();

        await world.SendAsync(person, channel.Peer, "hidden");
        await world.SendAsync(person, channel.Peer, "hidden too");
        Assert.IsType<Tl.Updates.ChannelDifferenceEmpty>(await robot.CallAsync(Since(start)));
        await world.SendAsync(person, channel.Peer, "/seen");

        var update = Assert.IsType<Tl.UpdateNewChannelMessage>(Assert.Single(world.Pusher.To(bot.Id)));
        Assert.Equal(start, update.Pts - update.PtsCount);
        var difference = Assert.IsType<Tl.Updates.ChannelDifference>(await robot.CallAsync(Since(start)));
        Assert.Equal("/seen", Assert.IsType<Tl.Message>(Assert.Single(difference.NewMessages)).MessageValue);
        Assert.Equal(update.Pts, difference.Pts);

        Tl.Updates.GetChannelDifference Since(int pts) => new() { Channel = world.Input(robot, channel), Filter = new Tl.ChannelMessagesFilterEmpty(), Pts = pts, Limit = 100 };
    }

    private static List<string> Texts(TestWorld world, long userId) =>
    [
        .. world.Pusher.To(userId)
            .Select(update => update switch
            {
                Tl.UpdateNewMessage it => it.Message,
                Tl.UpdateNewChannelMessage it => it.Message,
                _ => null,
            })
            .OfType<Tl.Message>()
            .Select(message => message.MessageValue),
    ];

    private static int Pts(TestWorld world, long userId) => world.Pusher.To(userId).OfType<Tl.UpdateNewChannelMessage>().Last().Pts;
}
