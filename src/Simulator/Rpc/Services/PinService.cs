using TelegramRest.Simulator.World;
using TelegramRest.Simulator.World.Messages;
using TelegramRest.Simulator.World.Model;

namespace TelegramRest.Simulator.Rpc.Services;

/// <summary>Pinned messages (https://core.telegram.org/api/pin).</summary>
internal sealed class PinService(SimulatorWorld world, PeerResolver peers) : IRpcService
{
    public void Register(RpcTable table)
    {
        table.On<Tl.Messages.UpdatePinnedMessage, Tl.UpdatesBase>(Access.Account, Update);
        table.On<Tl.Messages.UnpinAllMessages, Tl.Messages.AffectedHistory>(Access.Account, UnpinAll);
    }

    private Tl.UpdatesBase Update(Caller caller, Tl.Messages.UpdatePinnedMessage method)
    {
        var me = caller.Me;
        var chat = peers.Peer(me, method.Peer);
        CheckMay(me, chat);
        if (method.PmOneside && me.IsBot)
            throw new RpcError(400, "BOT_ONESIDE_NOT_AVAIL");
        var box = world.Boxes.For(me, chat);
        if (!box.Messages.TryGetValue(method.Id, out var message) || message.Action is not null || Boxes.PeerIn(message, box.Key) != chat)
            throw new RpcError(400, "MESSAGE_ID_INVALID");
        if (message.Pinned == !method.Unpin)
            throw new RpcError(400, "CHAT_NOT_MODIFIED");
        var scene = world.Scene(me);
        if (method.Unpin)
            return scene.Updates(scene.Update(box, world.Pins.Unpin(me, box, [message], caller.SessionId))!);
        var (entry, notice) = world.Pins.Pin(me, box, message, method.Silent, caller.SessionId);
        return scene.Updates([.. new[] { scene.Update(box, entry), notice is null ? null : scene.Update(box, notice.Event) }.OfType<Tl.UpdateBase>()]);
    }

    private Tl.Messages.AffectedHistory UnpinAll(Caller caller, Tl.Messages.UnpinAllMessages method)
    {
        var me = caller.Me;
        var chat = peers.Peer(me, method.Peer);
        CheckMay(me, chat);
        var box = world.Boxes.For(me, chat);
        var pinned = PinBoard.PinnedIn(box, chat).Where(message => method.TopMsgId is null || (message.TopicId ?? Topic.General) == method.TopMsgId).ToList();
        if (pinned.Count > 0)
            world.Pins.Unpin(me, box, pinned, caller.SessionId);
        return new Tl.Messages.AffectedHistory { Pts = box.IsChannel ? box.VisiblePts(me.Id) : box.Pts, PtsCount = pinned.Count > 0 ? 1 : 0, Offset = 0 };
    }

    private void CheckMay(Account me, PeerKey chat)
    {
        if (chat.Kind == PeerKind.User)
            return;
        if (chat.Kind == PeerKind.Group)
        {
            var group = peers.OwnGroup(me, chat.Id);
            if (group.CreatorId != me.Id && !group.Members[me.Id].Admin && (group.DefaultBannedRights.PinMessages || me.IsBot))
                throw new RpcError(400, "CHAT_ADMIN_REQUIRED");
            return;
        }

        var channel = world.Roster.Channel(chat.Id)!;
        var member = channel.Find(me.Id);
        var may = member is { Status: MemberStatus.Creator }
            || (channel.Broadcast ? member?.AdminRights is { EditMessages: true } : member?.AdminRights is { PinMessages: true })
            || (!channel.Broadcast && member is { IsMember: true, IsAdmin: false } && !me.IsBot && !channel.DefaultBannedRights.PinMessages && member.BannedRights is not { PinMessages: true });
        if (!may)
            throw new RpcError(400, "CHAT_ADMIN_REQUIRED");
    }
}
