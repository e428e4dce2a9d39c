using TelegramRest.Simulator.World.Model;

namespace TelegramRest.Simulator.World;

/// <summary>
/// An answer or push as one account sees it. Whatever it mentions is remembered, so that <see cref="Users"/> and <see cref="Chats"/>
/// hold every peer that the client needs to understand it.
/// </summary>
internal sealed class Scene(SimulatorWorld world, Account viewer)
{
    private readonly HashSet<long> _users = [];
    private readonly HashSet<long> _groups = [];
    private readonly HashSet<long> _channels = [];

    public Account Viewer => viewer;

    public Scene See(PeerKey peer)
    {
        _ = peer.Kind switch
        {
            PeerKind.User => _users.Add(peer.Id),
            PeerKind.Group => _groups.Add(peer.Id),
            _ => _channels.Add(peer.Id),
        };

        // A channel and its direct messages are only understood together.
        if (peer.Kind == PeerKind.Channel && world.Roster.Channel(peer.Id) is { } channel && (channel.MonoforumId ?? channel.ParentId) is { } linked)
            _channels.Add(linked);
        return this;
    }

    public Scene See(Account account) => See(account.Peer);

    public Tl.PeerBase Peer(PeerKey peer)
    {
        See(peer);
        return peer.ToTl();
    }

    public Tl.UserBase[] Users() => [.. _users.Select(world.Roster.Account).OfType<Account>().Select(User)];

    public Tl.ChatBase[] Chats() =>
    [
        .. _groups.Select(world.Roster.Group).OfType<Group>().Select(Chat),
        .. _channels.Select(world.Roster.Channel).OfType<Channel>().Select(Chat),
    ];

    /// <summary>The usual container; <c>seq</c> 0 means that only the updates' own pts order them.</summary>
    public Tl.UpdatesConstructor Updates(params Tl.UpdateBase[] updates) => new()
    {
        Updates = updates,
        Users = Users(),
        Chats = Chats(),
        Date = world.Clock.Now,
        Seq = 0,
    };

    /// <returns>The update for an event of a box that this viewer may see; null when its message is gone.</returns>
    public Tl.UpdateBase? Update(Box box, BoxEvent entry)
    {
        var count = box.IsChannel ? box.VisibleCount(entry, viewer.Id) : entry.Count;
        return entry.Kind switch
        {
            BoxEventKind.New when Find(box, entry) is { } message => box.IsChannel
                ? new Tl.UpdateNewChannelMessage { Message = message, Pts = entry.Pts, PtsCount = count }
                : new Tl.UpdateNewMessage { Message = message, Pts = entry.Pts, PtsCount = count },
            BoxEventKind.Edit when Find(box, entry) is { } message => box.IsChannel
                ? new Tl.UpdateEditChannelMessage { Message = message, Pts = entry.Pts, PtsCount = count }
                : new Tl.UpdateEditMessage { Message = message, Pts = entry.Pts, PtsCount = count },
            BoxEventKind.Delete => box.IsChannel
                ? new Tl.UpdateDeleteChannelMessages { ChannelId = -box.Key, Messages = entry.Ids, Pts = entry.Pts, PtsCount = count }
                : new Tl.UpdateDeleteMessages { Messages = entry.Ids, Pts = entry.Pts, PtsCount = count },
            BoxEventKind.ReadInbox => new Tl.UpdateReadHistoryInbox
            {
                Peer = Peer(entry.Peer),
                MaxId = entry.MaxId,
                StillUnreadCount = world.Reads.Unread(viewer, entry.Peer),
                Pts = entry.Pts,
                PtsCount = count,
            },
            BoxEventKind.ReadOutbox => new Tl.UpdateReadHistoryOutbox { Peer = Peer(entry.Peer), MaxId = entry.MaxId, Pts = entry.Pts, PtsCount = count },
            BoxEventKind.Pin or BoxEventKind.Unpin => box.IsChannel
                ? new Tl.UpdatePinnedChannelMessages { Pinned = entry.Kind == BoxEventKind.Pin, ChannelId = -box.Key, Messages = entry.Ids, Pts = entry.Pts, PtsCount = count }
                : new Tl.UpdatePinnedMessages { Pinned = entry.Kind == BoxEventKind.Pin, Peer = Peer(entry.Peer), Messages = entry.Ids, Pts = entry.Pts, PtsCount = count },
            _ => null,
        };
    }

    public Tl.MessageBase Message(StoredMessage message, long box) => new MessagePainter(world, this).Paint(message, box);

    public Tl.UserBase User(Account account) => new UserPainter(world, viewer).Paint(account);

    public Tl.ChatBase Chat(Group group) => new ChatPainter(world, viewer).Paint(group);

    public Tl.ChatBase Chat(Channel channel) => new ChatPainter(world, viewer).Paint(channel);

    private Tl.MessageBase? Find(Box box, BoxEvent entry) => box.Messages.TryGetValue(entry.Ids[0], out var message) ? Message(message, box.Key) : null;
}
