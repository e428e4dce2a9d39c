using TelegramRest.Simulator.World.Messages;
using TelegramRest.Simulator.World.Model;

namespace TelegramRest.Simulator.World.Chats;

/// <summary>The topics of forums (https://core.telegram.org/api/forum). Whether somebody may change them is asked by the RPC service.</summary>
internal sealed class TopicBoard(SimulatorWorld world)
{
    private const int Blue = 0x6fb9f0;

    public static Topic? Find(Channel forum, int id) => forum.Topics.Find(topic => topic.Id == id);

    /// <summary>Makes a supergroup a forum, or an ordinary one again; its topics stay.</summary>
    public void Toggle(Channel channel, bool forum)
    {
        channel.Forum = forum;
        if (forum && Find(channel, Topic.General) is null)
            channel.Topics.Add(new Topic { Id = Topic.General, Title = "General", CreatorId = channel.CreatorId, Date = channel.Date, IconColor = Blue });
        Changed(channel);
    }

    public (Topic Topic, Sent Notice) Create(Channel forum, Account creator, string title, int iconColor, long? iconEmojiId, long randomId, long fromSessionId)
    {
        var notice = world.Posts.Send(creator, forum.Peer, new Draft
        {
            Action = new Tl.MessageActionTopicCreate { Title = title, IconColor = iconColor, IconEmojiId = iconEmojiId },
            RandomId = randomId,
            FromSessionId = fromSessionId,
        });
        var topic = new Topic { Id = notice.Id, Title = title, CreatorId = creator.Id, Date = world.Clock.Now, IconColor = iconColor, IconEmojiId = iconEmojiId };
        notice.Message.TopicId = topic.Id;
        world.Rows.Save(notice.Message);
        forum.Topics.Add(topic);
        Changed(forum);
        return (topic, notice);
    }

    public Sent Edit(Channel forum, Topic topic, Account editor, Tl.MessageActionTopicEdit change, long fromSessionId)
    {
        topic.Title = change.Title ?? topic.Title;
        topic.IconEmojiId = change.IconEmojiId is { } icon ? icon == 0 ? null : icon : topic.IconEmojiId;
        topic.Closed = change.Closed ?? topic.Closed;
        topic.Hidden = change.Hidden ?? topic.Hidden;
        if (change.Hidden == true)
            topic.Closed = true;
        Changed(forum);
        return world.Posts.Send(editor, forum.Peer, new Draft { Action = change, TopicId = topic.Id, FromSessionId = fromSessionId });
    }

    /// <summary>Removes a topic with all its messages.</summary>
    /// <returns>How the forum's box stands, and by how much it moved.</returns>
    public (int Pts, int Count) Delete(Channel forum, Topic topic, Account actor, long fromSessionId)
    {
        var box = world.Boxes.Of(forum);
        forum.Topics.Remove(topic);
        Changed(forum);
        var ids = Messages(forum, topic.Id).Select(each => each.Id).ToList();
        return ids.Count == 0 ? (box.VisiblePts(actor.Id), 0) : world.Posts.Delete(box, ids, everywhere: true, actor, fromSessionId);
    }

    /// <summary>Puts topics on top, in this order; all others come after.</summary>
    public void Pin(Channel forum, IReadOnlyList<int> order)
    {
        foreach (var topic in forum.Topics)
            topic.Pinned = order.Contains(topic.Id);
        forum.Topics = [.. order.Select(id => Find(forum, id)).OfType<Topic>(), .. forum.Topics.Where(topic => !topic.Pinned)];
        Changed(forum);
    }

    /// <summary>A topic's messages, oldest first.</summary>
    public IEnumerable<(int Id, StoredMessage Message)> Messages(Channel forum, int topicId)
    {
        var box = world.Boxes.Of(forum);
        return box.Dialog(forum.Peer).Ids.Select(id => (id, box.Messages[id])).Where(each => (each.Item2.TopicId ?? Topic.General) == topicId);
    }

    private void Changed(Channel forum)
    {
        forum.Version++;
        world.Rows.Save(forum);
    }
}
