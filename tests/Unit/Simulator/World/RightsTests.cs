using TelegramRest.Simulator.World.Model;

namespace TelegramRest.Tests.Unit.Simulator.World;

public sealed class RightsTests
{
    [Fact]
    public async Task Bot_cannot_write_first()
    {
        await using var world = TestWorld.Open();
        var (ann, bot) = (await world.PersonAsync("Ann"), await world.BotAsync("echo_bot"));
        var (person, robot) = (world.LogIn(ann), world.LogIn(bot));

        Assert.Equal((400, "PEER_ID_INVALID"), await Refused(robot, world.Text(robot, ann.Peer, "hi")));
        await world.SendAsync(person, bot.Peer, "/start");
        await world.SendAsync(robot, ann.Peer, "hi");
        await person.CallAsync(new Tl.Contacts.Block { Id = world.Peer(person, bot.Peer) });
        Assert.Equal((400, "USER_IS_BLOCKED"), await Refused(robot, world.Text(robot, ann.Peer, "hi")));
        Assert.Equal((400, "YOU_BLOCKED_USER"), await Refused(person, world.Text(person, bot.Peer, "hi")));

        var stopped = Assert.Single(world.Pusher.To(bot.Id).OfType<Tl.UpdateBotStopped>());
        Assert.Equal((ann.Id, true, 2), (stopped.UserId, stopped.Stopped, stopped.Qts));
    }

    [Fact]
    public async Task Bots_do_not_write_to_bots()
    {
        await using var world = TestWorld.Open();
        var (one, two) = (await world.BotAsync("first_bot"), await world.BotAsync("second_bot"));
        var robot = world.LogIn(one);

        Assert.Equal((400, "USER_IS_BOT"), await Refused(robot, world.Text(robot, two.Peer, "hi")));
    }

    [Fact]
    public async Task Only_admins_post_to_a_channel()
    {
        await using var world = TestWorld.Open();
        var (ann, ben, bot) = (await world.PersonAsync("Ann"), await world.PersonAsync("Ben"), await world.BotAsync("echo_bot"));
        var (reader, robot) = (world.LogIn(ben), world.LogIn(bot));
        var channel = await world.ChannelAsync(ann, broadcast: true, ben, bot);

        Assert.Equal((403, "CHAT_WRITE_FORBIDDEN"), await Refused(reader, world.Text(reader, channel.Peer, "hi")));
        Assert.Equal((400, "CHAT_ADMIN_REQUIRED"), await Refused(robot, world.Text(robot, channel.Peer, "hi")));
        await world.PromoteAsync(channel, bot, new Tl.ChatAdminRights { PostMessages = true });
        var post = await world.SendAsync(robot, channel.Peer, "hi");
        Assert.True(post is { Post: true, FromId: null, Views: 1 });
    }

    [Fact]
    public async Task Restricted_and_banned_members_are_stopped()
    {
        await using var world = TestWorld.Open();
        var (ann, ben) = (await world.PersonAsync("Ann"), await world.PersonAsync("Ben"));
        var (owner, member) = (world.LogIn(ann), world.LogIn(ben));
        var channel = await world.ChannelAsync(ann, broadcast: false, ben);

        await owner.CallAsync(Ban(new Tl.ChatBannedRights { SendMessages = true }));
        Assert.Equal((403, "CHAT_WRITE_FORBIDDEN"), await Refused(member, world.Text(member, channel.Peer, "hi")));
        await owner.CallAsync(Ban(new Tl.ChatBannedRights()));
        await world.SendAsync(member, channel.Peer, "free again");
        await owner.CallAsync(Ban(new Tl.ChatBannedRights { ViewMessages = true }));
        Assert.Equal((400, "CHANNEL_PRIVATE"), await Refused(member, world.Text(member, channel.Peer, "hi")));
        Assert.IsType<Tl.ChannelForbidden>(Assert.Single(((Tl.Messages.Chats)await member.CallAsync(new Tl.Channels.GetChannels { Id = [world.Input(member, channel)] })).ChatsValue));

        Tl.Channels.EditBanned Ban(Tl.ChatBannedRights rights) => new() { Channel = world.Input(owner, channel), Participant = world.Peer(owner, ben.Peer), BannedRights = rights };
    }

    [Fact]
    public async Task Default_rights_stop_members_but_not_admins()
    {
        await using var world = TestWorld.Open();
        var (ann, ben) = (await world.PersonAsync("Ann"), await world.PersonAsync("Ben"));
        var (owner, member) = (world.LogIn(ann), world.LogIn(ben));
        var group = await world.GroupAsync(ann, ben);

        await owner.CallAsync(new Tl.Messages.EditChatDefaultBannedRights { Peer = world.Peer(owner, group.Peer), BannedRights = new Tl.ChatBannedRights { SendPlain = true } });

        Assert.Equal((403, "CHAT_SEND_PLAIN_FORBIDDEN"), await Refused(member, world.Text(member, group.Peer, "hi")));
        await world.SendAsync(owner, group.Peer, "hi");
    }

    [Fact]
    public async Task Only_authors_edit_and_only_admins_delete_for_others()
    {
        await using var world = TestWorld.Open();
        var (ann, ben) = (await world.PersonAsync("Ann"), await world.PersonAsync("Ben"));
        var (owner, member) = (world.LogIn(ann), world.LogIn(ben));
        var channel = await world.ChannelAsync(ann, broadcast: false, ben);
        var message = await world.SendAsync(owner, channel.Peer, "mine");

        Assert.Equal((403, "MESSAGE_AUTHOR_REQUIRED"), await Refused(member, new Tl.Messages.EditMessage { Peer = world.Peer(member, channel.Peer), Id = message.Id, Message = "yours" }));
        Assert.Equal((403, "MESSAGE_DELETE_FORBIDDEN"), await Refused(member, new Tl.Channels.DeleteMessages { Channel = world.Input(member, channel), Id = [message.Id] }));
        Assert.Equal((400, "MESSAGE_NOT_MODIFIED"), await Refused(owner, new Tl.Messages.EditMessage { Peer = world.Peer(owner, channel.Peer), Id = message.Id, Message = "mine" }));
    }

    [Fact]
    public async Task Made_up_access_hash_is_refused()
    {
        await using var world = TestWorld.Open();
        var (ann, ben, bot) = (await world.PersonAsync("Ann"), await world.PersonAsync("Ben"), await world.BotAsync("echo_bot"));
        var (person, robot) = (world.LogIn(ann), world.LogIn(bot));

        Assert.Equal((400, "PEER_ID_INVALID"), await Refused(person, Text(ben.Id, 0)));
        Assert.Equal((400, "PEER_ID_INVALID"), await Refused(robot, Text(ann.Id, 0)));
        await world.SendAsync(person, bot.Peer, "/start");
        await robot.CallAsync(Text(ann.Id, 0));
        Assert.Equal((400, "PEER_ID_INVALID"), await Refused(robot, Text(ann.Id, 12345)));

        Tl.Messages.SendMessage Text(long userId, long hash) => new() { Peer = new Tl.InputPeerUser { UserId = userId, AccessHash = hash }, Message = "hi", RandomId = world.NextRandom() };
    }

    [Fact]
    public async Task Bot_members_are_announced_to_bots()
    {
        await using var world = TestWorld.Open();
        var (ann, bot) = (await world.PersonAsync("Ann"), await world.BotAsync("echo_bot"));
        world.LogIn(bot);
        var group = await world.GroupAsync(ann, bot);
        var owner = world.LogIn(ann);

        await owner.CallAsync(new Tl.Messages.DeleteChatUser { ChatId = group.Id, UserId = world.User(owner, bot) });

        var changes = world.Pusher.To(bot.Id).OfType<Tl.UpdateChatParticipant>().ToList();
        Assert.Equal([2, 3], changes.Select(change => change.Qts));
        Assert.True(changes[0] is { PrevParticipant: null, NewParticipant: Tl.ChatParticipant } && changes[1] is { PrevParticipant: Tl.ChatParticipant, NewParticipant: null });
        Assert.IsType<Tl.ChatForbidden>(world.World.Scene(bot).Chat(group));
    }

    [Fact]
    public async Task Migrated_group_points_to_its_supergroup()
    {
        await using var world = TestWorld.Open();
        var (ann, ben) = (await world.PersonAsync("Ann"), await world.PersonAsync("Ben"));
        var (owner, member) = (world.LogIn(ann), world.LogIn(ben));
        var group = await world.GroupAsync(ann, ben);

        await owner.CallAsync(new Tl.Messages.MigrateChat { ChatId = group.Id });

        Assert.Equal((400, "PEER_ID_INVALID"), await Refused(member, world.Text(member, group.Peer, "hi")));
        await world.SendAsync(member, PeerKey.Channel(group.MigratedTo!.Value), "hi");
    }

    [Fact]
    public async Task Slow_mode_makes_members_wait()
    {
        await using var world = TestWorld.Open();
        var (ann, ben) = (await world.PersonAsync("Ann"), await world.PersonAsync("Ben"));
        var (owner, member) = (world.LogIn(ann), world.LogIn(ben));
        var channel = await world.ChannelAsync(ann, broadcast: false, ben);
        await owner.CallAsync(new Tl.Channels.ToggleSlowMode { Channel = world.Input(owner, channel), Seconds = 30 });

        await world.SendAsync(member, channel.Peer, "one");
        world.Time.Advance(TimeSpan.FromSeconds(10));
        Assert.Equal((420, "SLOWMODE_WAIT_20"), await Refused(member, world.Text(member, channel.Peer, "two")));
        world.Time.Advance(TimeSpan.FromSeconds(20));
        await world.SendAsync(member, channel.Peer, "two");
        await world.SendAsync(owner, channel.Peer, "admins");
        await world.SendAsync(owner, channel.Peer, "do not wait");
    }

    private static async Task<(int, string)> Refused<TResult>(TestClient client, Tl.ITlMethod<TResult> method)
    {
        var error = await client.FailAsync(method);
        return (error.Code, error.Message);
    }
}
