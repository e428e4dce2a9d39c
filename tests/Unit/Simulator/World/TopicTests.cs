using TelegramRest.Simulator.World.Model;

namespace TelegramRest.Tests.Unit.Simulator.World;

public sealed class TopicTests
{
    [Fact]
    public async Task Messages_of_a_topic_say_so_and_General_is_none()
    {
        await using var world = TestWorld.Open();
        var (client, forum) = await ForumAsync(world);
        var topic = await CreateAsync(world, client, forum, "News");
        var inTopic = TestWorld.Message(await client.CallAsync(Text(world, client, forum, "a", new Tl.InputReplyToMessage { ReplyToMsgId = topic, TopMsgId = topic })));
        var answer = TestWorld.Message(await client.CallAsync(Text(world, client, forum, "b", new Tl.InputReplyToMessage { ReplyToMsgId = inTopic.Id })));
        var general = TestWorld.Message(await client.CallAsync(Text(world, client, forum, "c", null)));

        Assert.True(inTopic.ReplyTo is Tl.MessageReplyHeader { ForumTopic: true, ReplyToTopId: null } first && first.ReplyToMsgId == topic);
        Assert.True(answer.ReplyTo is Tl.MessageReplyHeader { ForumTopic: true } second && second.ReplyToMsgId == inTopic.Id && second.ReplyToTopId == topic);
        Assert.Null(general.ReplyTo);
    }

    [Fact]
    public async Task Closed_topic_is_for_those_who_manage_it()
    {
        await using var world = TestWorld.Open();
        var (client, forum) = await ForumAsync(world);
        var ben = await world.PersonAsync("Ben");
        await client.CallAsync(new Tl.Channels.InviteToChannel { Channel = world.Input(client, forum), Users = [world.User(client, ben)] });
        var member = world.LogIn(ben);
        var topic = await CreateAsync(world, client, forum, "News");
        await client.CallAsync(Edit(world, client, forum, topic, closed: true));
        var into = new Tl.InputReplyToMessage { ReplyToMsgId = topic, TopMsgId = topic };

        Assert.Equal("TOPIC_CLOSED", (await member.FailAsync(Text(world, member, forum, "a", into))).Message);
        Assert.Equal("CHAT_ADMIN_REQUIRED", (await member.FailAsync(Edit(world, member, forum, topic, closed: false))).Message);
        Assert.Equal("TOPIC_NOT_MODIFIED", (await client.FailAsync(Edit(world, client, forum, topic, closed: true))).Message);
        await client.CallAsync(Text(world, client, forum, "a", into));
    }

    [Fact]
    public async Task Edit_is_told_in_the_topic()
    {
        await using var world = TestWorld.Open();
        var (client, forum) = await ForumAsync(world);
        var topic = await CreateAsync(world, client, forum, "News");

        var answer = (Tl.UpdatesConstructor)await client.CallAsync(new Tl.Messages.EditForumTopic { Peer = world.Peer(client, forum.Peer), TopicId = topic, Title = "Old news" });

        var notice = (Tl.MessageService)((Tl.UpdateNewChannelMessage)answer.Updates[0]).Message;
        Assert.True(notice is { Action: Tl.MessageActionTopicEdit { Title: "Old news", Closed: null }, ReplyTo: Tl.MessageReplyHeader { ForumTopic: true } header } && header.ReplyToMsgId == topic);
        var topics = await client.CallAsync(new Tl.Messages.GetForumTopicsByID { Peer = world.Peer(client, forum.Peer), Topics = [topic, Topic.General] });
        Assert.Equal(["Old news", "General"], topics.Topics.OfType<Tl.ForumTopic>().Select(each => each.Title));
    }

    [Fact]
    public async Task Deleted_topic_takes_its_messages_along()
    {
        await using var world = TestWorld.Open();
        var (client, forum) = await ForumAsync(world);
        var topic = await CreateAsync(world, client, forum, "News");
        var into = new Tl.InputReplyToMessage { ReplyToMsgId = topic, TopMsgId = topic };
        await client.CallAsync(Text(world, client, forum, "a", into));
        await client.CallAsync(Text(world, client, forum, "stays", null));

        var affected = await client.CallAsync(new Tl.Messages.DeleteTopicHistory { Peer = world.Peer(client, forum.Peer), TopMsgId = topic });

        Assert.Equal((2, 0), (affected.PtsCount, affected.Offset));
        Assert.Equal("TOPIC_DELETED", (await client.FailAsync(Text(world, client, forum, "b", into))).Message);
        Assert.Contains("stays", world.World.Boxes.Of(forum).Messages.Values.Select(message => message.Text));
    }

    [Fact]
    public async Task Only_forums_have_topics()
    {
        await using var world = TestWorld.Open();
        var ann = await world.PersonAsync("Ann");
        var client = world.LogIn(ann);
        var channel = await world.ChannelAsync(ann, broadcast: false);

        var error = await client.FailAsync(new Tl.Messages.CreateForumTopic { Peer = world.Peer(client, channel.Peer), Title = "News", RandomId = world.NextRandom() });

        Assert.Equal("CHANNEL_FORUM_MISSING", error.Message);
    }

    private static async Task<(TestClient Client, Channel Forum)> ForumAsync(TestWorld world)
    {
        var ann = await world.PersonAsync("Ann");
        var client = world.LogIn(ann);
        var forum = await world.ChannelAsync(ann, broadcast: false);
        await client.CallAsync(new Tl.Channels.ToggleForum { Channel = world.Input(client, forum), Enabled = true });
        return (client, forum);
    }

    private static async Task<int> CreateAsync(TestWorld world, TestClient client, Channel forum, string title)
    {
        var answer = (Tl.UpdatesConstructor)await client.CallAsync(new Tl.Messages.CreateForumTopic { Peer = world.Peer(client, forum.Peer), Title = title, RandomId = world.NextRandom() });
        return answer.Updates.OfType<Tl.UpdateMessageID>().Single().Id;
    }

    private static Tl.Messages.SendMessage Text(TestWorld world, TestClient client, Channel forum, string text, Tl.InputReplyToBase? reply) =>
        new() { Peer = world.Peer(client, forum.Peer), Message = text, ReplyTo = reply, RandomId = world.NextRandom() };

    private static Tl.Messages.EditForumTopic Edit(TestWorld world, TestClient client, Channel forum, int topic, bool closed) =>
        new() { Peer = world.Peer(client, forum.Peer), TopicId = topic, Closed = closed };
}
