using TelegramRest.Simulator.World;
using TelegramRest.Simulator.World.Model;

namespace TelegramRest.Simulator.Rpc.Services;

/// <summary>Marking messages as read.</summary>
internal sealed class ReadService(SimulatorWorld world, PeerResolver peers) : IRpcService
{
    public void Register(RpcTable table)
    {
        table.On<Tl.Messages.ReadHistory, Tl.Messages.AffectedMessages>(Access.Account, ReadHistory);
        table.On<Tl.Channels.ReadHistory, bool>(Access.Account, ReadChannel);
        table.On<Tl.Messages.ReadMessageContents, Tl.Messages.AffectedMessages>(Access.Person, (caller, _) => new Tl.Messages.AffectedMessages { Pts = world.Boxes.Of(caller.Me).Pts, PtsCount = 0 });
        table.On<Tl.Channels.ReadMessageContents, bool>(Access.Person, (_, _) => true);
        table.On<Tl.Messages.ReceivedMessages, Tl.ReceivedNotifyMessage[]>(Access.Person, (_, _) => []);
    }

    private Tl.Messages.AffectedMessages ReadHistory(Caller caller, Tl.Messages.ReadHistory method)
    {
        var chat = peers.Peer(caller.Me, method.Peer);
        if (chat.Kind == PeerKind.Channel)
            throw new RpcError(400, "PEER_ID_INVALID");
        var (pts, count) = world.Reads.Read(caller.Me, chat, method.MaxId, caller.SessionId);
        return new Tl.Messages.AffectedMessages { Pts = pts, PtsCount = count };
    }

    private bool ReadChannel(Caller caller, Tl.Channels.ReadHistory method)
    {
        var channel = peers.Channel(caller.Me, method.Channel);
        world.Reads.Read(caller.Me, channel.Peer, method.MaxId, caller.SessionId);
        return true;
    }
}
