using TelegramRest.Simulator.World;
using TelegramRest.Simulator.World.Model;

namespace TelegramRest.Simulator.Rpc.Services;

/// <summary>The chat list (https://core.telegram.org/api/folders).</summary>
internal sealed class DialogsService(SimulatorWorld world, PeerResolver peers) : IRpcService
{
    private const int PageLimit = 100;

    public void Register(RpcTable table)
    {
        table.On<Tl.Messages.GetDialogs, Tl.Messages.DialogsBase>(Access.Person, GetDialogs);
        table.On<Tl.Messages.GetPeerDialogs, Tl.Messages.PeerDialogs>(Access.Person, GetPeerDialogs);
        table.On<Tl.Messages.GetPinnedDialogs, Tl.Messages.PeerDialogs>(Access.Person, (caller, _) => Lines(caller.Me, []));
        table.On<Tl.Messages.GetDialogFilters, Tl.Messages.DialogFilters>(Access.Person, (_, _) => new Tl.Messages.DialogFilters { Filters = [] });
        table.On<Tl.Messages.MarkDialogUnread, bool>(Access.Person, (_, _) => true);
    }

    private Tl.Messages.DialogsBase GetDialogs(Caller caller, Tl.Messages.GetDialogs method)
    {
        var me = caller.Me;
        if (method.FolderId is not (null or 0 or 1))
            throw new RpcError(400, "FOLDER_ID_INVALID");
        var all = method.FolderId == 1 ? [] : Sorted(me);
        var rest = all;
        if (method.OffsetPeer is not Tl.InputPeerEmpty)
        {
            var offset = peers.Peer(me, method.OffsetPeer);
            rest = [.. all.SkipWhile(each => each.Peer != offset).Skip(1)];
        }
        else if (method.OffsetDate != 0)
        {
            rest = [.. all.SkipWhile(each => each.Date >= method.OffsetDate)];
        }

        var page = rest.Take(method.Limit <= 0 ? PageLimit : Math.Min(method.Limit, PageLimit)).Select(each => each.Peer).ToList();
        var lines = Lines(me, page);
        return page.Count == all.Count
            ? new Tl.Messages.Dialogs { DialogsValue = lines.Dialogs, Messages = lines.Messages, Chats = lines.Chats, Users = lines.Users }
            : new Tl.Messages.DialogsSlice { Count = all.Count, Dialogs = lines.Dialogs, Messages = lines.Messages, Chats = lines.Chats, Users = lines.Users };
    }

    private Tl.Messages.PeerDialogs GetPeerDialogs(Caller caller, Tl.Messages.GetPeerDialogs method) =>
        Lines(caller.Me, [.. method.Peers.OfType<Tl.InputDialogPeer>().Select(each => peers.Peer(caller.Me, each.Peer))]);

    private List<(PeerKey Peer, int Date)> Sorted(Account me)
    {
        var box = world.Boxes.Of(me);
        var own = box.Dialogs.Values.Where(dialog => dialog.Ids.Count > 0).Select(dialog => (dialog.Peer, box.Messages[dialog.Ids[^1]]));
        var channels = world.Roster.Channels.Where(channel => channel.Has(me.Id))
            .Select(channel => (Channel: channel, Ids: world.Boxes.Of(channel).Dialog(channel.Peer).Ids))
            .Where(each => each.Ids.Count > 0)
            .Select(each => (each.Channel.Peer, world.Boxes.Of(each.Channel).Messages[each.Ids[^1]]));
        return [.. own.Concat(channels).OrderByDescending(each => each.Item2.Date).ThenByDescending(each => each.Item2.Uid).Select(each => (each.Peer, each.Item2.Date))];
    }

    private Tl.Messages.PeerDialogs Lines(Account me, IReadOnlyList<PeerKey> list)
    {
        var scene = world.Scene(me);
        var painter = new DialogPainter(world);
        var dialogs = list.Select(peer => painter.Paint(me, peer, scene)).ToArray();
        var messages = list.Zip(dialogs)
            .Select(pair => (Box: world.Boxes.For(me, pair.First), pair.Second.TopMessage))
            .Where(top => top.TopMessage != 0)
            .Select(top => scene.Message(top.Box.Messages[top.TopMessage], top.Box.Key))
            .ToArray();
        var box = world.Boxes.Of(me);
        return new Tl.Messages.PeerDialogs
        {
            Dialogs = dialogs,
            Messages = messages,
            Chats = scene.Chats(),
            Users = scene.Users(),
            State = new Tl.Updates.State { Pts = box.Pts, Qts = box.Qts, Date = world.Clock.Now, Seq = 1, UnreadCount = 0 },
        };
    }
}
