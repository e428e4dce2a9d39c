using TelegramRest.Simulator.World;
using TelegramRest.Simulator.World.Messages;
using TelegramRest.Simulator.World.Model;

namespace TelegramRest.Simulator.Rpc.Services;

/// <summary>updates.*: where a box stands, and what happened since (https://core.telegram.org/api/updates).</summary>
internal sealed class UpdatesService(SimulatorWorld world, PeerResolver peers) : IRpcService
{
    private const int Slice = 1000;
    private const int ChannelTimeout = 60;

    public void Register(RpcTable table)
    {
        table.On<Tl.Updates.GetState, Tl.Updates.State>(Access.Account, (caller, _) => State(caller.Me));
        table.On<Tl.Updates.GetDifference, Tl.Updates.DifferenceBase>(Access.Account, GetDifference);
        table.On<Tl.Updates.GetChannelDifference, Tl.Updates.ChannelDifferenceBase>(Access.Account, GetChannelDifference);
    }

    private Tl.Updates.State State(Account me)
    {
        var box = world.Boxes.Of(me);
        return new Tl.Updates.State
        {
            Pts = box.Pts,
            Qts = box.Qts,
            Date = world.Clock.Now,
            Seq = 1,
            UnreadCount = me.IsBot ? 0 : box.Dialogs.Keys.Where(peer => peer.Kind != PeerKind.Channel).Sum(peer => world.Reads.Unread(me, peer)),
        };
    }

    private Tl.Updates.DifferenceBase GetDifference(Caller caller, Tl.Updates.GetDifference method)
    {
        var me = caller.Me;
        var box = world.Boxes.Of(me);
        if (method.Pts == 0)
            throw new RpcError(400, "PERSISTENT_TIMESTAMP_EMPTY");
        if (method.Pts < 0 || method.Pts > box.Pts || method.Qts > box.Qts)
            throw new RpcError(400, "PERSISTENT_TIMESTAMP_INVALID");
        if (method.Pts == box.Pts && method.Qts >= box.Qts)
            return new Tl.Updates.DifferenceEmpty { Date = world.Clock.Now, Seq = 1 };
        if (method.PtsTotalLimit is { } total && box.Pts - method.Pts > total)
            return new Tl.Updates.DifferenceTooLong { Pts = box.Pts };
        if (box.Log.Count > 0 && method.Pts < box.Log[0].Pts - box.Log[0].Count)
            return new Tl.Updates.DifferenceTooLong { Pts = box.Pts };

        var limit = Math.Clamp(method.PtsLimit ?? Slice, 1, Slice);
        var start = box.IndexAfter(method.Pts);
        var events = box.Log.Skip(start).Take(limit).ToList();
        var whole = start + events.Count == box.Log.Count;
        var scene = world.Scene(me);
        var (messages, updates) = Collect(scene, box, events);
        if (whole)
            updates.AddRange(QtsUpdates(scene, box, method.Qts));
        var state = State(me);
        if (whole)
        {
            return new Tl.Updates.Difference
            {
                NewMessages = messages,
                NewEncryptedMessages = [],
                OtherUpdates = [.. updates],
                Users = scene.Users(),
                Chats = scene.Chats(),
                State = state,
            };
        }

        state.Pts = events[^1].Pts;
        state.Qts = Math.Max(1, method.Qts);
        return new Tl.Updates.DifferenceSlice
        {
            NewMessages = messages,
            NewEncryptedMessages = [],
            OtherUpdates = [.. updates],
            Users = scene.Users(),
            Chats = scene.Chats(),
            IntermediateState = state,
        };
    }

    private Tl.Updates.ChannelDifferenceBase GetChannelDifference(Caller caller, Tl.Updates.GetChannelDifference method)
    {
        var me = caller.Me;
        var channel = peers.Channel(me, method.Channel);
        var box = world.Boxes.Of(channel);
        var now = box.VisiblePts(me.Id);
        if (method.Pts == 0)
            throw new RpcError(400, "PERSISTENT_TIMESTAMP_EMPTY");
        if (method.Pts < 0 || method.Pts > box.Pts)
            throw new RpcError(400, "PERSISTENT_TIMESTAMP_INVALID");
        if (method.Pts >= now)
            return new Tl.Updates.ChannelDifferenceEmpty { Final = true, Pts = now, Timeout = ChannelTimeout };

        var limit = Math.Clamp(method.Limit, 1, me.IsBot ? 100_000 : 1000);
        var start = box.IndexAfter(method.Pts);
        var pending = box.Log.Skip(start).Where(entry => !entry.HiddenFrom.Contains(me.Id)).ToList();
        var scene = world.Scene(me);
        scene.See(channel.Peer);
        if (method.Pts < box.Log[0].Pts - box.Log[0].Count || (pending.Count > limit && limit == 1))
            return TooLong(me, channel, box, scene);

        var events = pending.Take(limit).ToList();
        var (messages, updates) = Collect(scene, box, events);
        return new Tl.Updates.ChannelDifference
        {
            Final = events.Count == pending.Count,
            Pts = events[^1].Pts,
            Timeout = ChannelTimeout,
            NewMessages = messages,
            OtherUpdates = [.. updates],
            Users = scene.Users(),
            Chats = scene.Chats(),
        };
    }

    private Tl.Updates.ChannelDifferenceTooLong TooLong(Account me, Channel channel, Box box, Scene scene)
    {
        var dialog = new DialogPainter(world).Paint(me, channel.Peer, scene);
        var ids = box.Dialog(channel.Peer).Ids;
        var messages = ids.Count == 0 ? [] : new[] { scene.Message(box.Messages[ids[^1]], box.Key) };
        return new Tl.Updates.ChannelDifferenceTooLong { Final = true, Timeout = ChannelTimeout, Dialog = dialog, Messages = messages, Users = scene.Users(), Chats = scene.Chats() };
    }

    /// <summary>New messages come as they are now, so that an edit of one of them has nothing left to say.</summary>
    private static (Tl.MessageBase[] Messages, List<Tl.UpdateBase> Updates) Collect(Scene scene, Box box, IReadOnlyList<BoxEvent> events)
    {
        var fresh = events.Where(entry => entry.Kind == BoxEventKind.New).Select(entry => entry.Ids[0]).ToHashSet();
        var messages = events.Where(entry => entry.Kind == BoxEventKind.New)
            .Select(entry => box.Messages.GetValueOrDefault(entry.Ids[0]))
            .OfType<StoredMessage>()
            .Select(message => scene.Message(message, box.Key))
            .ToArray();
        var updates = events.Where(entry => entry.Kind != BoxEventKind.New && !(entry.Kind == BoxEventKind.Edit && fresh.Contains(entry.Ids[0])))
            .Select(entry => scene.Update(box, entry))
            .OfType<Tl.UpdateBase>()
            .ToList();

        // Who sent a message and missed the answer learns here that it was sent, and under which id.
        updates.InsertRange(0, events.Where(entry => entry.Kind == BoxEventKind.New)
            .Select(entry => box.Messages.GetValueOrDefault(entry.Ids[0]))
            .OfType<StoredMessage>()
            .Where(message => message.SenderId == scene.Viewer.Id && message.RandomId != 0)
            .Select(message => new Tl.UpdateMessageID { Id = message.Ids[box.Key], RandomId = message.RandomId }));
        return (messages, updates);
    }

    private static IEnumerable<Tl.UpdateBase> QtsUpdates(Scene scene, Box box, int qts)
    {
        foreach (var (_, update) in box.QtsLog.Where(entry => entry.Qts > qts))
        {
            BotNotices.See(scene, update);
            yield return update;
        }
    }
}
