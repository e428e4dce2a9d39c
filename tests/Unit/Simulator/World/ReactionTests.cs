namespace TelegramRest.Tests.Unit.Simulator.World;

public sealed class ReactionTests
{
    [Fact]
    public async Task Admin_bot_of_a_group_hears_who_reacted()
    {
        await using var world = TestWorld.Open();
        var (ann, bot) = (await world.PersonAsync("Ann"), await world.BotAsync("admin_bot"));
        var (client, robot) = (world.LogIn(ann), world.LogIn(bot));
        var channel = await world.ChannelAsync(ann, broadcast: false, bot);
        await world.PromoteAsync(channel, bot, new Tl.ChatAdminRights { DeleteMessages = true });
        var message = await world.SendAsync(client, channel.Peer, "hi");

        await client.CallAsync(React(world, client, channel.Peer, message.Id, "👍"));
        await robot.CallAsync(React(world, robot, channel.Peer, message.Id, "🔥"));
        await robot.CallAsync(new Tl.Messages.DeleteParticipantReaction { Peer = world.Peer(robot, channel.Peer), MsgId = message.Id, Participant = world.Peer(robot, ann.Peer) });

        var heard = world.Pusher.To(bot.Id).OfType<Tl.UpdateBotMessageReaction>().ToList();
        Assert.Equal([(ann.Id, 0, 1), (ann.Id, 1, 0)], heard.Select(each => (((Tl.PeerUser)each.Actor).UserId, each.OldReactions.Length, each.NewReactions.Length)));
        Assert.Equal("🔥", ((Tl.ReactionEmoji)world.Pusher.To(ann.Id).OfType<Tl.UpdateMessageReactions>().Last().Reactions.Results.Single().Reaction).Emoticon);
    }

    [Fact]
    public async Task Channel_counts_and_names_nobody()
    {
        await using var world = TestWorld.Open();
        var (ann, ben, bot) = (await world.PersonAsync("Ann"), await world.PersonAsync("Ben"), await world.BotAsync("admin_bot"));
        var (owner, reader) = (world.LogIn(ann), world.LogIn(ben));
        _ = world.LogIn(bot);
        var channel = await world.ChannelAsync(ann, broadcast: true, ben, bot);
        await world.PromoteAsync(channel, bot, new Tl.ChatAdminRights { PostMessages = true });
        var post = await world.SendAsync(owner, channel.Peer, "news");

        await reader.CallAsync(React(world, reader, channel.Peer, post.Id, "👍"));

        var counted = world.Pusher.To(bot.Id).OfType<Tl.UpdateBotMessageReactions>().Single();
        Assert.Equal((post.Id, 1), (counted.MsgId, counted.Reactions.Single().Count));
        var seen = world.Pusher.To(ann.Id).OfType<Tl.UpdateMessageReactions>().Single().Reactions;
        Assert.True(seen is { CanSeeList: false, RecentReactions: null });
    }

    [Fact]
    public async Task Only_known_and_allowed_reactions_are_given()
    {
        await using var world = TestWorld.Open();
        var ann = await world.PersonAsync("Ann");
        var client = world.LogIn(ann);
        var channel = await world.ChannelAsync(ann, broadcast: false);
        var message = await world.SendAsync(client, channel.Peer, "hi");
        await client.CallAsync(new Tl.Messages.SetChatAvailableReactions { Peer = world.Peer(client, channel.Peer), AvailableReactions = new Tl.ChatReactionsSome { Reactions = [new Tl.ReactionEmoji { Emoticon = "👍" }] } });

        Assert.Equal("REACTION_INVALID", (await client.FailAsync(React(world, client, channel.Peer, message.Id, "x"))).Message);
        Assert.Equal("REACTION_INVALID", (await client.FailAsync(React(world, client, channel.Peer, message.Id, "🔥"))).Message);
        Assert.Equal("REACTIONS_TOO_MANY", (await client.FailAsync(React(world, client, channel.Peer, message.Id, "👍", "🔥"))).Message);
        Assert.Equal("MESSAGE_NOT_MODIFIED", (await client.FailAsync(React(world, client, channel.Peer, message.Id))).Message);
        await client.CallAsync(React(world, client, channel.Peer, message.Id, "👍"));
    }

    private static Tl.Messages.SendReaction React(TestWorld world, TestClient client, TelegramRest.Simulator.World.Model.PeerKey chat, int id, params string[] emoji) =>
        new() { Peer = world.Peer(client, chat), MsgId = id, Reaction = [.. emoji.Select(each => new Tl.ReactionEmoji { Emoticon = each })] };
}
