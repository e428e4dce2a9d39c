using TelegramRest.Simulator.World.Model;

namespace TelegramRest.Simulator.World.Messages;

/// <summary>How far everybody has read (https://core.telegram.org/api/updates#read-marks).</summary>
internal sealed class ReadMarks(SimulatorWorld world)
{
    public int Unread(Account reader, PeerKey peer)
    {
        var (ids, box) = Messages(reader, peer);
        var readInbox = world.Boxes.Of(reader).Dialogs.TryGetValue(peer, out var dialog) ? dialog.ReadInbox : 0;
        var count = 0;
        for (var index = ids.Count - 1; index >= 0 && ids[index] > readInbox; index--)
        {
            if (box.Messages[ids[index]].SenderId != reader.Id)
                count++;
        }

        return count;
    }

    /// <summary>Marks everything up to a message as read, and tells the reader's other sessions and those who wrote.</summary>
    /// <returns>How the reader's box stands, and by how much it moved.</returns>
    public (int Pts, int Count) Read(Account reader, PeerKey peer, int maxId, long fromSessionId)
    {
        var own = world.Boxes.Of(reader);
        var dialog = own.Dialog(peer);
        var (ids, box) = Messages(reader, peer);
        var last = ids.Count == 0 ? 0 : ids[^1];
        var upTo = maxId <= 0 ? last : Math.Min(maxId, last);
        if (upTo <= dialog.ReadInbox)
            return (own.Pts, 0);

        var fresh = ids.Where(id => id > dialog.ReadInbox && id <= upTo).Select(id => box.Messages[id]).Where(message => message.SenderId != reader.Id).ToList();
        dialog.ReadInbox = upTo;
        world.Boxes.SaveDialog(own, dialog);
        if (peer.Kind == PeerKind.Channel)
        {
            ReadChannel(reader, peer, upTo, fresh, fromSessionId);
            return (own.Pts, 0);
        }

        var entry = world.Boxes.Log(own, BoxEventKind.ReadInbox, 1, peer, [], upTo, []);
        world.Posts.Announce(own, entry, fromSessionId, reader.Id);
        foreach (var bySender in fresh.GroupBy(message => message.SenderId).ToList())
            TellSender(reader, bySender.Key, bySender.ToList());
        return (own.Pts, 1);
    }

    private void ReadChannel(Account reader, PeerKey peer, int upTo, List<StoredMessage> fresh, long fromSessionId)
    {
        world.Posts.Announce(
            reader.Id,
            scene =>
            {
                scene.See(peer);
                return new Tl.UpdateReadChannelInbox
                {
                    ChannelId = peer.Id,
                    MaxId = upTo,
                    StillUnreadCount = Unread(reader, peer),
                    Pts = world.Boxes.Get(-peer.Id).VisiblePts(reader.Id),
                };
            },
            fromSessionId);
        foreach (var bySender in fresh.Where(message => message.SentAs is null).GroupBy(message => message.SenderId).ToList())
        {
            var max = bySender.Max(message => message.Ids[-peer.Id]);
            var box = world.Boxes.Get(bySender.Key);
            var dialog = box.Dialog(peer);
            if (max <= dialog.ReadOutbox || world.Roster.Account(bySender.Key) is not { IsBot: false })
                continue;
            dialog.ReadOutbox = max;
            world.Boxes.SaveDialog(box, dialog);
            world.Posts.Announce(bySender.Key, scene =>
            {
                scene.See(peer);
                return new Tl.UpdateReadChannelOutbox { ChannelId = peer.Id, MaxId = max };
            });
        }
    }

    private void TellSender(Account reader, long senderId, List<StoredMessage> messages)
    {
        if (world.Roster.Account(senderId) is not { IsBot: false } sender)
            return;
        var box = world.Boxes.Of(sender);
        var mine = messages.Where(message => message.Ids.ContainsKey(box.Key)).ToList();
        if (mine.Count == 0)
            return;
        var peer = Boxes.PeerIn(mine[0], box.Key);
        var dialog = box.Dialog(peer);
        var max = mine.Max(message => message.Ids[box.Key]);
        if (max <= dialog.ReadOutbox)
            return;
        dialog.ReadOutbox = max;
        world.Boxes.SaveDialog(box, dialog);
        var entry = world.Boxes.Log(box, BoxEventKind.ReadOutbox, 1, peer, [], max, []);
        world.Posts.Announce(box, entry, 0, reader.Id);
    }

    private (List<int> Ids, Box Box) Messages(Account reader, PeerKey peer)
    {
        var box = world.Boxes.For(reader, peer);
        return (box.Dialogs.TryGetValue(peer, out var dialog) ? dialog.Ids : [], box);
    }
}
