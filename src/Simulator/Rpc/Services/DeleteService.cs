using TelegramRest.Simulator.World;
using TelegramRest.Simulator.World.Model;

namespace TelegramRest.Simulator.Rpc.Services;

/// <summary>Deleting messages (https://core.telegram.org/method/messages.deleteMessages).</summary>
internal sealed class DeleteService(SimulatorWorld world, PeerResolver peers) : IRpcService
{
    private const int BotTimeLimit = 172_800;

    public void Register(RpcTable table)
    {
        table.On<Tl.Messages.DeleteMessages, Tl.Messages.AffectedMessages>(Access.Account, Delete);
        table.On<Tl.Channels.DeleteMessages, Tl.Messages.AffectedMessages>(Access.Account, DeleteInChannel);
        table.On<Tl.Messages.DeleteHistory, Tl.Messages.AffectedHistory>(Access.Person, DeleteHistory);
    }

    private Tl.Messages.AffectedMessages Delete(Caller caller, Tl.Messages.DeleteMessages method)
    {
        var me = caller.Me;
        var box = world.Boxes.Of(me);
        foreach (var message in method.Id.Select(box.Messages.GetValueOrDefault).OfType<StoredMessage>())
        {
            if ((method.Revoke || me.IsBot) && !MayRevoke(me, message))
                throw new RpcError(403, "MESSAGE_DELETE_FORBIDDEN");
        }

        var (pts, count) = world.Posts.Delete(box, method.Id, everywhere: method.Revoke || me.IsBot, me, caller.SessionId);
        return new Tl.Messages.AffectedMessages { Pts = pts, PtsCount = count };
    }

    private Tl.Messages.AffectedMessages DeleteInChannel(Caller caller, Tl.Channels.DeleteMessages method)
    {
        var me = caller.Me;
        var channel = peers.Channel(me, method.Channel);
        var box = world.Boxes.Of(channel);
        var member = channel.Find(me.Id);
        var admin = member is { Status: MemberStatus.Creator } || member is { AdminRights.DeleteMessages: true };
        foreach (var message in method.Id.Select(box.Messages.GetValueOrDefault).OfType<StoredMessage>())
        {
            var own = message.SenderId == me.Id && member is { IsMember: true } && (!channel.Broadcast || member.AdminRights is { PostMessages: true });
            var old = me.IsBot && !admin && world.Clock.Now - message.Date > BotTimeLimit;
            if (message.Action is Tl.MessageActionChannelCreate or Tl.MessageActionChannelMigrateFrom || (!admin && !own) || old)
                throw new RpcError(403, "MESSAGE_DELETE_FORBIDDEN");
        }

        var (pts, count) = world.Posts.Delete(box, method.Id, everywhere: true, me, caller.SessionId);
        return new Tl.Messages.AffectedMessages { Pts = pts, PtsCount = count };
    }

    private Tl.Messages.AffectedHistory DeleteHistory(Caller caller, Tl.Messages.DeleteHistory method)
    {
        var me = caller.Me;
        var chat = peers.Peer(me, method.Peer);
        if (chat.Kind == PeerKind.Channel)
            throw new RpcError(400, "PEER_ID_INVALID");
        var box = world.Boxes.Of(me);
        var ids = box.Dialog(chat).Ids.Where(id => method.MaxId == 0 || id <= method.MaxId).ToList();
        if (ids.Count == 0)
            return new Tl.Messages.AffectedHistory { Pts = box.Pts, PtsCount = 0, Offset = 0 };
        var (pts, count) = world.Posts.Delete(box, ids, everywhere: method.Revoke && chat.Kind == PeerKind.User, me, caller.SessionId);
        return new Tl.Messages.AffectedHistory { Pts = pts, PtsCount = count, Offset = 0 };
    }

    /// <summary>In private chats everything goes; in groups one's own messages, and for admins all.</summary>
    private bool MayRevoke(Account me, StoredMessage message)
    {
        if (message.Chat.Kind == PeerKind.User)
            return !me.IsBot || world.Clock.Now - message.Date <= BotTimeLimit;
        var group = world.Roster.Group(message.Chat.Id)!;
        if (group.CreatorId == me.Id || group.Members.GetValueOrDefault(me.Id) is { Admin: true })
            return true;
        return message.SenderId == me.Id && (!me.IsBot || world.Clock.Now - message.Date <= BotTimeLimit);
    }
}
