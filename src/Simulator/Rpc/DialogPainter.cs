using TelegramRest.Simulator.World;
using TelegramRest.Simulator.World.Model;

namespace TelegramRest.Simulator.Rpc;

/// <summary>A line of the chat list (https://core.telegram.org/constructor/dialog).</summary>
internal sealed class DialogPainter(SimulatorWorld world)
{
    public Tl.Dialog Paint(Account me, PeerKey peer, Scene scene)
    {
        var box = world.Boxes.For(me, peer);
        var ids = box.Dialogs.TryGetValue(peer, out var messages) ? messages.Ids : [];
        var marks = world.Boxes.Of(me).Dialogs.GetValueOrDefault(peer);
        return new Tl.Dialog
        {
            Peer = scene.Peer(peer),
            TopMessage = ids.Count == 0 ? 0 : ids[^1],
            ReadInboxMaxId = marks?.ReadInbox ?? 0,
            ReadOutboxMaxId = marks?.ReadOutbox ?? 0,
            UnreadCount = world.Reads.Unread(me, peer),
            UnreadMentionsCount = 0,
            UnreadReactionsCount = 0,
            NotifySettings = new Tl.PeerNotifySettings(),
            Draft = world.Drafts.Find(me, peer, null),
            Pts = peer.Kind == PeerKind.Channel ? box.VisiblePts(me.Id) : null,
        };
    }
}
