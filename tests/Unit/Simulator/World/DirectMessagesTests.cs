using TelegramRest.Simulator.World.Model;

namespace TelegramRest.Tests.Unit.Simulator.World;

public sealed class DirectMessagesTests
{
    [Fact]
    public async Task Only_admins_and_the_writer_see_a_conversation()
    {
        await using var world = TestWorld.Open();
        var scene = await ArrangeAsync(world);

        var sent = TestWorld.Message(await scene.Writer.CallAsync(world.Text(scene.Writer, scene.Forum, "hello")));
        await scene.Other.CallAsync(world.Text(scene.Other, scene.Forum, "me too"));
        var answer = world.Text(scene.Owner, scene.Forum, "welcome");
        Assert.Equal("REPLY_TO_MONOFORUM_PEER_INVALID", (await scene.Owner.FailAsync(answer)).Message);
        answer.ReplyTo = new Tl.InputReplyToMonoForum { MonoforumPeerId = world.Peer(scene.Owner, PeerKey.User(scene.Writer.UserId)) };
        var answered = TestWorld.Message(await scene.Owner.CallAsync(answer));

        Assert.Equal(scene.Writer.UserId, ((Tl.PeerUser)sent.SavedPeerId!).UserId);
        Assert.Equal((scene.Writer.UserId, scene.Channel.Id), (((Tl.PeerUser)answered.SavedPeerId!).UserId, ((Tl.PeerChannel)answered.FromId!).ChannelId));
        Assert.Equal(["hello", "me too"], Texts(world, scene.Owner.UserId));
        Assert.Equal(["welcome"], Texts(world, scene.Writer.UserId));
        Assert.Empty(Texts(world, scene.Other.UserId));
    }

    [Fact]
    public async Task Suggested_post_is_approved_and_published()
    {
        await using var world = TestWorld.Open();
        var scene = await ArrangeAsync(world);
        var date = (int)world.Time.GetUtcNow().ToUnixTimeSeconds() + 3600;
        var suggested = await SuggestAsync(world, scene, new Tl.SuggestedPost { ScheduleDate = date });
        var approve = new Tl.Messages.ToggleSuggestedPostApproval { Peer = world.Peer(scene.Writer, scene.Forum), MsgId = suggested.Id };

        Assert.Equal("CHAT_ADMIN_REQUIRED", (await scene.Writer.FailAsync(approve)).Message);
        approve.Peer = world.Peer(scene.Owner, scene.Forum);
        var updates = (Tl.UpdatesConstructor)await scene.Owner.CallAsync(approve);

        var edited = (Tl.Message)Assert.Single(updates.Updates.OfType<Tl.UpdateEditChannelMessage>()).Message;
        var notice = (Tl.MessageService)Assert.Single(updates.Updates.OfType<Tl.UpdateNewChannelMessage>()).Message;
        Assert.True(edited.SuggestedPost!.Accepted);
        Assert.Equal(date, Assert.IsType<Tl.MessageActionSuggestedPostApproval>(notice.Action).ScheduleDate);
        Assert.DoesNotContain(world.World.Boxes.Of(scene.Channel).Messages.Values, message => message.Text == "a post");
        Assert.Equal("MESSAGE_ID_INVALID", (await scene.Owner.FailAsync(approve)).Message);

        world.Time.Advance(TimeSpan.FromHours(1));
        Assert.Contains(world.World.Boxes.Of(scene.Channel).Messages.Values, message => message.Text == "a post" && message.SentAs == scene.Channel.Peer);
    }

    [Fact]
    public async Task Suggested_post_is_declined_or_never_paid()
    {
        await using var world = TestWorld.Open();
        var scene = await ArrangeAsync(world);
        var declined = await SuggestAsync(world, scene, new Tl.SuggestedPost());
        var paid = await SuggestAsync(world, scene, new Tl.SuggestedPost { Price = new Tl.StarsAmount { Amount = 5, Nanos = 0 } });
        var peer = world.Peer(scene.Owner, scene.Forum);

        var no = Action(await scene.Owner.CallAsync(new Tl.Messages.ToggleSuggestedPostApproval { Peer = peer, MsgId = declined.Id, Reject = true, RejectComment = "no" }));
        var poor = Action(await scene.Owner.CallAsync(new Tl.Messages.ToggleSuggestedPostApproval { Peer = peer, MsgId = paid.Id }));

        Assert.Equal((true, false, "no"), (no.Rejected, no.BalanceTooLow, no.RejectComment));
        Assert.Equal((false, true), (poor.Rejected, poor.BalanceTooLow));
        var elsewhere = world.Text(scene.Owner, scene.Channel.Peer, "a post");
        elsewhere.SuggestedPost = new Tl.SuggestedPost();
        Assert.Equal("SUGGESTED_POST_PEER_INVALID", (await scene.Owner.FailAsync(elsewhere)).Message);
    }

    [Fact]
    public async Task Closed_channel_takes_no_direct_messages()
    {
        await using var world = TestWorld.Open();
        var scene = await ArrangeAsync(world);
        await scene.Writer.CallAsync(world.Text(scene.Writer, scene.Forum, "hello"));

        await scene.Owner.CallAsync(new Tl.Channels.UpdatePaidMessagesPrice { Channel = world.Input(scene.Owner, scene.Channel), BroadcastMessagesAllowed = false, SendPaidMessagesStars = 0 });

        Assert.Equal("CHAT_WRITE_FORBIDDEN", (await scene.Writer.FailAsync(world.Text(scene.Writer, scene.Forum, "still there?"))).Message);
    }

    private static async Task<Arranged> ArrangeAsync(TestWorld world)
    {
        var (ann, ben, carl) = (await world.PersonAsync("Ann"), await world.PersonAsync("Ben"), await world.PersonAsync("Carl"));
        var channel = await world.ChannelAsync(ann, broadcast: true, ben, carl);
        var owner = world.LogIn(ann);
        await owner.CallAsync(new Tl.Channels.UpdatePaidMessagesPrice { Channel = world.Input(owner, channel), BroadcastMessagesAllowed = true, SendPaidMessagesStars = 0 });
        return new Arranged(owner, world.LogIn(ben), world.LogIn(carl), channel, PeerKey.Channel(channel.MonoforumId!.Value));
    }

    private static async Task<Tl.Message> SuggestAsync(TestWorld world, Arranged scene, Tl.SuggestedPost post)
    {
        var method = world.Text(scene.Writer, scene.Forum, "a post");
        method.SuggestedPost = post;
        return TestWorld.Message(await scene.Writer.CallAsync(method));
    }

    private static Tl.MessageActionSuggestedPostApproval Action(Tl.UpdatesBase updates) => ((Tl.UpdatesConstructor)updates).Updates
        .OfType<Tl.UpdateNewChannelMessage>()
        .Select(update => ((Tl.MessageService)update.Message).Action)
        .OfType<Tl.MessageActionSuggestedPostApproval>()
        .Single();

    private static IEnumerable<string> Texts(TestWorld world, long userId) =>
        world.Pusher.To(userId).OfType<Tl.UpdateNewChannelMessage>().Select(update => update.Message).OfType<Tl.Message>().Where(message => message.SavedPeerId is not null && !message.Out).Select(message => message.MessageValue);

    private sealed record Arranged(TestClient Owner, TestClient Writer, TestClient Other, Channel Channel, PeerKey Forum);
}
