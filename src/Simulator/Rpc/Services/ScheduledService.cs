using TelegramRest.Simulator.World;
using TelegramRest.Simulator.World.Messages;
using TelegramRest.Simulator.World.Model;

namespace TelegramRest.Simulator.Rpc.Services;

/// <summary>messages.*: the messages that wait for their time (https://core.telegram.org/api/scheduled-messages).</summary>
internal sealed class ScheduledService(SimulatorWorld world, PeerResolver peers) : IRpcService
{
    public void Register(RpcTable table)
    {
        table.On<Tl.Messages.GetScheduledHistory, Tl.Messages.MessagesBase>(Access.Person, (caller, method) => Page(caller.Me, Waiting(caller, method.Peer)));
        table.On<Tl.Messages.GetScheduledMessages, Tl.Messages.MessagesBase>(
            Access.Person,
            (caller, method) => Page(caller.Me, [.. Waiting(caller, method.Peer).Where(each => method.Id.Contains(each.Id))]));
        table.On<Tl.Messages.SendScheduledMessages, Tl.UpdatesBase>(Access.Person, Send);
        table.On<Tl.Messages.DeleteScheduledMessages, Tl.UpdatesBase>(Access.Person, Delete);
    }

    private IReadOnlyList<ScheduledMessage> Waiting(Caller caller, Tl.InputPeerBase peer) => world.Scheduled.Of(caller.Me, peers.Peer(caller.Me, peer));

    private Tl.Messages.Messages Page(Account me, IReadOnlyList<ScheduledMessage> waiting)
    {
        var scene = world.Scene(me);
        var messages = waiting.OrderByDescending(each => each.Message.Date).Select(each => world.Scheduled.Paint(scene, each)).ToArray();
        return new Tl.Messages.Messages { MessagesValue = messages, Topics = [], Chats = scene.Chats(), Users = scene.Users() };
    }

    private Tl.UpdatesBase Send(Caller caller, Tl.Messages.SendScheduledMessages method)
    {
        var me = caller.Me;
        var chosen = Require(caller, method.Peer, method.Id);
        var sent = world.Scheduled.Send(me, chosen, caller.SessionId);
        var scene = world.Scene(me);
        var gone = Gone(scene, method.Peer, me, method.Id, [.. sent.Select(each => each.Id)]);
        world.Posts.Announce(me.Id, other => Gone(other, method.Peer, me, method.Id, gone.SentMessages), caller.SessionId);
        return scene.Updates([gone, .. sent.Select(each => scene.Update(each.Box, each.Event)).OfType<Tl.UpdateBase>()]);
    }

    private Tl.UpdatesBase Delete(Caller caller, Tl.Messages.DeleteScheduledMessages method)
    {
        var me = caller.Me;
        world.Scheduled.Remove(Require(caller, method.Peer, method.Id));
        var scene = world.Scene(me);
        world.Posts.Announce(me.Id, other => Gone(other, method.Peer, me, method.Id, null), caller.SessionId);
        return scene.Updates(Gone(scene, method.Peer, me, method.Id, null));
    }

    private List<ScheduledMessage> Require(Caller caller, Tl.InputPeerBase peer, int[] ids)
    {
        var waiting = Waiting(caller, peer);
        return [.. ids.Select(id => waiting.FirstOrDefault(each => each.Id == id) ?? throw new RpcError(400, "MESSAGE_ID_INVALID"))];
    }

    private Tl.UpdateDeleteScheduledMessages Gone(Scene scene, Tl.InputPeerBase peer, Account me, int[] ids, int[]? sent) =>
        new() { Peer = scene.Peer(peers.Peer(me, peer)), Messages = ids, SentMessages = sent };
}
