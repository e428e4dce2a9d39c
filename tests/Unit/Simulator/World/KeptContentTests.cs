using System.Text;

namespace TelegramRest.Tests.Unit.Simulator.World;

/// <summary>What hangs on messages survives a restart as they do.</summary>
public sealed class KeptContentTests : IDisposable
{
    private readonly string _directory = Directory.CreateTempSubdirectory("telegram-rest-content").FullName;

    [Fact]
    public async Task Polls_topics_reactions_and_random_ids_are_kept()
    {
        long annId;
        long forumId;
        int pollMessage;
        int topic;
        Tl.Messages.SendMedia poll;
        await using (var world = TestWorld.Open(_directory))
        {
            var ann = await world.PersonAsync("Ann");
            var client = world.LogIn(ann);
            var forum = await world.ChannelAsync(ann, broadcast: false);
            (annId, forumId) = (ann.Id, forum.Id);
            await client.CallAsync(new Tl.Channels.ToggleForum { Channel = world.Input(client, forum), Enabled = true });
            topic = ((Tl.UpdateMessageID)((Tl.UpdatesConstructor)await client.CallAsync(new Tl.Messages.CreateForumTopic { Peer = world.Peer(client, forum.Peer), Title = "News", RandomId = world.NextRandom() })).Updates[0]).Id;
            poll = Media.To(world, client, forum.Peer, PollScene.Poll());
            poll.ReplyTo = new Tl.InputReplyToMessage { ReplyToMsgId = topic, TopMsgId = topic };
            pollMessage = TestWorld.Message(await client.CallAsync(poll)).Id;
            await client.CallAsync(new Tl.Messages.SendVote { Peer = world.Peer(client, forum.Peer), MsgId = pollMessage, Options = ["1"u8.ToArray()] });
            await client.CallAsync(new Tl.Messages.SendReaction { Peer = world.Peer(client, forum.Peer), MsgId = pollMessage, Reaction = [new Tl.ReactionEmoji { Emoticon = "👍" }] });
        }

        await using var again = TestWorld.Open(_directory);
        var reader = again.LogIn(again.World.Roster.Account(annId)!);
        var channel = again.World.Roster.Channel(forumId)!;
        var topics = await reader.CallAsync(new Tl.Messages.GetForumTopics { Peer = again.Peer(reader, channel.Peer), Limit = 10 });
        var read = (Tl.Messages.ChannelMessages)await reader.CallAsync(new Tl.Channels.GetMessages { Channel = again.Input(reader, channel), Id = [new Tl.InputMessageID { Id = pollMessage }] });

        Assert.Equal(["General", "News"], topics.Topics.OfType<Tl.ForumTopic>().Select(each => each.Title));
        var message = (Tl.Message)read.Messages[0];
        Assert.True(message.ReplyTo is Tl.MessageReplyHeader { ForumTopic: true } header && header.ReplyToMsgId == topic);
        var results = ((Tl.MessageMediaPoll)message.Media!).Results.Results!;
        Assert.Equal(["1"], results.Where(each => each.Chosen).Select(each => Encoding.ASCII.GetString(each.Option.Span)));
        Assert.Equal(1, message.Reactions!.Results.Single().Count);
        poll.Peer = again.Peer(reader, channel.Peer);
        Assert.Equal((500, "RANDOM_ID_DUPLICATE"), await Refused(reader, poll));
    }

    [Fact]
    public async Task Difference_names_the_random_ids_of_what_one_sent()
    {
        await using var world = TestWorld.Open();
        var ann = await world.PersonAsync("Ann");
        var client = world.LogIn(ann);
        var channel = await world.ChannelAsync(ann, broadcast: false);
        var before = await client.CallAsync(new Tl.Updates.GetState());
        var channelPts = world.World.Boxes.Of(channel).Pts;
        var (here, there) = (world.Text(client, ann.Peer, "note"), world.Text(client, channel.Peer, "hi"));
        await client.CallAsync(here);
        await client.CallAsync(there);

        var difference = (Tl.Updates.Difference)await client.CallAsync(new Tl.Updates.GetDifference { Pts = before.Pts, Qts = before.Qts, Date = before.Date });
        var channelDifference = (Tl.Updates.ChannelDifference)await client.CallAsync(new Tl.Updates.GetChannelDifference { Channel = world.Input(client, channel), Filter = new Tl.ChannelMessagesFilterEmpty(), Pts = channelPts, Limit = 100 });

        var mine = Assert.Single(difference.OtherUpdates.OfType<Tl.UpdateMessageID>());
        Assert.Equal((here.RandomId, ((Tl.Message)difference.NewMessages.Single()).Id), (mine.RandomId, mine.Id));
        Assert.Equal(there.RandomId, Assert.Single(channelDifference.OtherUpdates.OfType<Tl.UpdateMessageID>()).RandomId);
    }

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    private static async Task<(int Code, string Message)> Refused<TResult>(TestClient client, Tl.ITlMethod<TResult> method)
    {
        var error = await client.FailAsync(method);
        return (error.Code, error.Message);
    }
}
