using TelegramRest.Simulator.World;
using TelegramRest.Simulator.World.Chats;
using TelegramRest.Simulator.World.Messages;
using TelegramRest.Simulator.World.Model;

namespace TelegramRest.Simulator.Rpc.Services;

/// <summary>Forums and their topics (https://core.telegram.org/api/forum).</summary>
internal sealed class TopicsService(SimulatorWorld world, PeerResolver peers, SendDesk desk) : IRpcService
{
    private const int TitleLimit = 128;
    private const int PinLimit = 5;
    private const int PageLimit = 100;

    private static readonly int[] Colors = [0x6fb9f0, 0xffd67e, 0xcb86db, 0x8eee98, 0xff93b2, 0xfb6f5f];

    public void Register(RpcTable table)
    {
        table.On<Tl.Channels.ToggleForum, Tl.UpdatesBase>(Access.Person, Toggle);
        table.On<Tl.Messages.CreateForumTopic, Tl.UpdatesBase>(Access.Account, (caller, method) => Create(caller, Forum(caller.Me, method.Peer), method));
        table.On<Tl.Messages.EditForumTopic, Tl.UpdatesBase>(Access.Account, (caller, method) => Edit(caller, Forum(caller.Me, method.Peer), method));
        table.On<Tl.Messages.DeleteTopicHistory, Tl.Messages.AffectedHistory>(Access.Account, (caller, method) => Delete(caller, Forum(caller.Me, method.Peer), method.TopMsgId));
        table.On<Tl.Messages.GetForumTopics, Tl.Messages.ForumTopics>(Access.Person, GetTopics);
        table.On<Tl.Messages.GetForumTopicsByID, Tl.Messages.ForumTopics>(Access.Account, GetById);
        table.On<Tl.Messages.UpdatePinnedForumTopic, Tl.UpdatesBase>(Access.Person, Pin);
        table.On<Tl.Messages.ReorderPinnedForumTopics, Tl.UpdatesBase>(Access.Person, (caller, method) => Reorder(caller, Forum(caller.Me, method.Peer), method.Order));

        // As these were called until topics got a namespace for all kinds of chats; clients of layer 223 still do.
        table.On<Tl.Channels.CreateForumTopic, Tl.UpdatesBase>(Access.Account, (caller, method) => Create(caller, Forum(caller.Me, method.Channel), new Tl.Messages.CreateForumTopic
        {
            Peer = new Tl.InputPeerEmpty(),
            Title = method.Title,
            IconColor = method.IconColor,
            IconEmojiId = method.IconEmojiId,
            RandomId = method.RandomId,
        }));
        table.On<Tl.Channels.EditForumTopic, Tl.UpdatesBase>(Access.Account, (caller, method) => Edit(caller, Forum(caller.Me, method.Channel), new Tl.Messages.EditForumTopic
        {
            Peer = new Tl.InputPeerEmpty(),
            TopicId = method.TopicId,
            Title = method.Title,
            IconEmojiId = method.IconEmojiId,
            Closed = method.Closed,
            Hidden = method.Hidden,
        }));
        table.On<Tl.Channels.DeleteTopicHistory, Tl.Messages.AffectedHistory>(Access.Account, (caller, method) => Delete(caller, Forum(caller.Me, method.Channel), method.TopMsgId));
    }

    private Tl.UpdatesBase Toggle(Caller caller, Tl.Channels.ToggleForum method)
    {
        var channel = peers.Channel(caller.Me, method.Channel);
        if (channel.Broadcast)
            throw new RpcError(400, "CHANNEL_INVALID");
        if (channel.CreatorId != caller.Me.Id)
            throw new RpcError(400, "CHAT_ADMIN_REQUIRED");
        if (channel.Forum == method.Enabled)
            throw new RpcError(400, "CHAT_NOT_MODIFIED");
        world.Topics.Toggle(channel, method.Enabled);
        foreach (var memberId in channel.MemberIds().ToList())
            world.Posts.Announce(memberId, scene => Changed(scene, channel), caller.SessionId);
        var own = world.Scene(caller.Me);
        return own.Updates(Changed(own, channel));
    }

    private Tl.UpdatesBase Create(Caller caller, Channel forum, Tl.Messages.CreateForumTopic method)
    {
        var me = caller.Me;
        if (!MayManage(forum, me) && !MayCreate(forum, me))
            throw new RpcError(400, "CHAT_ADMIN_REQUIRED");
        RequireTitle(method.Title);
        if (method.IconColor is { } color && !Colors.Contains(color))
            throw new RpcError(400, "TOPIC_ICON_COLOR_INVALID");
        desk.RequireNew(me, method.RandomId);
        var (_, notice) = world.Topics.Create(forum, me, method.Title.Trim(), method.IconColor ?? Colors[0], method.IconEmojiId is 0 ? null : method.IconEmojiId, method.RandomId, caller.SessionId);
        return SentAnswer.Of(world, me, notice);
    }

    private Tl.UpdatesBase Edit(Caller caller, Channel forum, Tl.Messages.EditForumTopic method)
    {
        var me = caller.Me;
        var topic = Require(forum, method.TopicId);
        if (!MayManage(forum, me) && (topic.CreatorId != me.Id || method.Hidden is not null))
            throw new RpcError(400, "CHAT_ADMIN_REQUIRED");
        if (method.Title is { } title)
            RequireTitle(title);
        if ((method.Hidden is not null && topic.Id != Topic.General) || (method.IconEmojiId is not null && topic.Id == Topic.General))
            throw new RpcError(400, "TOPIC_ID_INVALID");
        var change = new Tl.MessageActionTopicEdit
        {
            Title = method.Title?.Trim() is { } name && name != topic.Title ? name : null,
            IconEmojiId = method.IconEmojiId is { } icon && icon != (topic.IconEmojiId ?? 0) ? icon : null,
            Closed = method.Closed is { } closed && closed != topic.Closed ? closed : null,
            Hidden = method.Hidden is { } hidden && hidden != topic.Hidden ? hidden : null,
        };
        if (change is { Title: null, IconEmojiId: null, Closed: null, Hidden: null })
            throw new RpcError(400, "TOPIC_NOT_MODIFIED");
        return SentAnswer.Of(world, me, world.Topics.Edit(forum, topic, me, change, caller.SessionId));
    }

    private Tl.Messages.AffectedHistory Delete(Caller caller, Channel forum, int topicId)
    {
        var topic = Require(forum, topicId);
        if (topic.Id == Topic.General)
            throw new RpcError(400, "TOPIC_ID_INVALID");
        if (forum.Find(caller.Me.Id) is not ({ Status: MemberStatus.Creator } or { AdminRights.DeleteMessages: true }))
            throw new RpcError(400, "CHAT_ADMIN_REQUIRED");
        var (pts, count) = world.Topics.Delete(forum, topic, caller.Me, caller.SessionId);
        return new Tl.Messages.AffectedHistory { Pts = pts, PtsCount = count, Offset = 0 };
    }

    private Tl.Messages.ForumTopics GetTopics(Caller caller, Tl.Messages.GetForumTopics method)
    {
        var forum = Forum(caller.Me, method.Peer);
        var topics = forum.Topics.Where(topic => method.Q is not { Length: > 0 } query || topic.Title.Contains(query, StringComparison.OrdinalIgnoreCase)).ToList();
        var start = method.OffsetTopic == 0 ? 0 : topics.FindIndex(topic => topic.Id == method.OffsetTopic) + 1;
        return Page(caller.Me, forum, [.. topics.Skip(start).Take(Math.Clamp(method.Limit, 1, PageLimit))], topics.Count);
    }

    private Tl.Messages.ForumTopics GetById(Caller caller, Tl.Messages.GetForumTopicsByID method)
    {
        var forum = Forum(caller.Me, method.Peer);
        return Page(caller.Me, forum, [.. method.Topics.Select(id => TopicBoard.Find(forum, id)).OfType<Topic>()], method.Topics.Length);
    }

    private Tl.Messages.ForumTopics Page(Account me, Channel forum, IReadOnlyList<Topic> topics, int count)
    {
        var scene = world.Scene(me).See(forum.Peer);
        var box = world.Boxes.Of(forum);
        var tops = topics.ToDictionary(topic => topic.Id, topic => world.Topics.Messages(forum, topic.Id).LastOrDefault());
        return new Tl.Messages.ForumTopics
        {
            OrderByCreateDate = true,
            Count = count,
            Topics = [.. topics.Select(topic => Paint(me, forum, topic, tops[topic.Id].Id, scene))],
            Messages = [.. tops.Values.Where(top => top.Message is not null).Select(top => scene.Message(top.Message, box.Key))],
            Pts = box.VisiblePts(me.Id),
            Chats = scene.Chats(),
            Users = scene.Users(),
        };
    }

    private Tl.ForumTopic Paint(Account me, Channel forum, Topic topic, int topMessage, Scene scene)
    {
        var marks = world.Boxes.Of(me).Dialogs.GetValueOrDefault(forum.Peer);
        return new Tl.ForumTopic
        {
            My = topic.CreatorId == me.Id,
            Closed = topic.Closed,
            Pinned = topic.Pinned,
            Hidden = topic.Hidden,
            Id = topic.Id,
            Date = topic.Date,
            Peer = forum.Peer.ToTl(),
            Title = topic.Title,
            IconColor = topic.IconColor,
            IconEmojiId = topic.IconEmojiId,
            TopMessage = topMessage,
            ReadInboxMaxId = marks?.ReadInbox ?? 0,
            ReadOutboxMaxId = marks?.ReadOutbox ?? 0,
            UnreadCount = world.Topics.Messages(forum, topic.Id).Count(each => each.Id > (marks?.ReadInbox ?? 0) && each.Message.SenderId != me.Id),
            FromId = scene.Peer(PeerKey.User(topic.CreatorId)),
            NotifySettings = new Tl.PeerNotifySettings(),
            Draft = world.Drafts.Find(me, forum.Peer, topic.Id),
        };
    }

    private Tl.UpdatesBase Pin(Caller caller, Tl.Messages.UpdatePinnedForumTopic method)
    {
        var forum = Forum(caller.Me, method.Peer);
        var topic = Require(forum, method.TopicId);
        List<int> others = [.. forum.Topics.Where(each => each.Pinned && each != topic).Select(each => each.Id)];
        return Reorder(caller, forum, method.Pinned ? [topic.Id, .. others] : [.. others]);
    }

    private Tl.UpdatesConstructor Reorder(Caller caller, Channel forum, int[] order)
    {
        if (!MayManage(forum, caller.Me))
            throw new RpcError(400, "CHAT_ADMIN_REQUIRED");
        if (order.Length > PinLimit)
            throw new RpcError(400, "PINNED_TOO_MUCH");
        world.Topics.Pin(forum, order);
        foreach (var memberId in forum.MemberIds().ToList())
            world.Posts.Announce(memberId, Order, caller.SessionId);
        var own = world.Scene(caller.Me);
        return own.Updates(Order(own));

        Tl.UpdatePinnedForumTopics Order(Scene scene) => new() { Peer = scene.Peer(forum.Peer), Order = order };
    }

    private static Tl.UpdateChannel Changed(Scene scene, Channel channel)
    {
        scene.See(channel.Peer);
        return new Tl.UpdateChannel { ChannelId = channel.Id };
    }

    private static Topic Require(Channel forum, int id) => TopicBoard.Find(forum, id) ?? throw new RpcError(400, "TOPIC_ID_INVALID");

    private static void RequireTitle(string title)
    {
        if (title.Trim().Length == 0)
            throw new RpcError(400, "TOPIC_TITLE_EMPTY");
        if (title.Trim().Length > TitleLimit)
            throw new RpcError(400, "TOPIC_TITLE_INVALID");
    }

    private static bool MayManage(Channel forum, Account me) => forum.Find(me.Id) is { Status: MemberStatus.Creator } or { AdminRights.ManageTopics: true };

    private static bool MayCreate(Channel forum, Account me) =>
        !me.IsBot && !forum.DefaultBannedRights.ManageTopics && forum.Find(me.Id) is { IsMember: true } member && member.BannedRights is not { ManageTopics: true };

    private Channel Forum(Account me, Tl.InputPeerBase peer)
    {
        var chat = peers.Peer(me, peer);
        return chat.Kind == PeerKind.Channel && world.Roster.Channel(chat.Id) is { Forum: true } forum ? forum : throw Missing();
    }

    private Channel Forum(Account me, Tl.InputChannelBase channel) => peers.Channel(me, channel) is { Forum: true } forum ? forum : throw Missing();

    private static RpcError Missing() => new(400, "CHANNEL_FORUM_MISSING");
}
