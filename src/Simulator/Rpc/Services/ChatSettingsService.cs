using TelegramRest.Simulator.World;
using TelegramRest.Simulator.World.Model;

namespace TelegramRest.Simulator.Rpc.Services;

/// <summary>messages.*: what basic groups, supergroups and channels have in common.</summary>
internal sealed class ChatSettingsService(SimulatorWorld world, PeerResolver peers) : IRpcService
{
    private const int AboutLimit = 255;

    public void Register(RpcTable table)
    {
        table.On<Tl.Messages.EditChatAbout, bool>(Access.Account, EditAbout);
        table.On<Tl.Messages.EditChatDefaultBannedRights, Tl.UpdatesBase>(Access.Account, EditRights);
        table.On<Tl.Messages.ToggleNoForwards, Tl.UpdatesBase>(Access.Person, ToggleNoForwards);
        table.On<Tl.Messages.GetPeerSettings, Tl.Messages.PeerSettings>(Access.Person, GetPeerSettings);
        table.On<Tl.Messages.GetCommonChats, Tl.Messages.ChatsBase>(Access.Person, GetCommonChats);
        table.On<Tl.Messages.GetOnlines, Tl.ChatOnlines>(Access.Person, GetOnlines);
    }

    private bool EditAbout(Caller caller, Tl.Messages.EditChatAbout method)
    {
        if (method.About.Length > AboutLimit)
            throw new RpcError(400, "CHAT_ABOUT_TOO_LONG");
        var chat = peers.Peer(caller.Me, method.Peer);
        if (chat.Kind == PeerKind.Channel)
        {
            var channel = world.Roster.Channel(chat.Id)!;
            RequireAdmin(channel, caller.Me, rights => rights.ChangeInfo);
            RequireChange(channel.About, method.About);
            channel.About = method.About;
            world.Rows.Save(channel);
            return true;
        }

        var group = Managed(caller.Me, chat);
        RequireChange(group.About, method.About);
        group.About = method.About;
        world.Rows.Save(group);
        return true;
    }

    private Tl.UpdatesBase ToggleNoForwards(Caller caller, Tl.Messages.ToggleNoForwards method)
    {
        var me = caller.Me;
        var chat = peers.Peer(me, method.Peer);
        var scene = world.Scene(me).See(chat);
        if (chat.Kind == PeerKind.Channel)
        {
            var channel = world.Roster.Channel(chat.Id)!;
            RequireAdmin(channel, me, rights => rights.ChangeInfo);
            if (channel.NoForwards == method.Enabled)
                throw new RpcError(400, "CHAT_NOT_MODIFIED");
            channel.NoForwards = method.Enabled;
            world.Rows.Save(channel);
            return scene.Updates(new Tl.UpdateChannel { ChannelId = channel.Id });
        }

        var group = Managed(me, chat);
        if (group.NoForwards == method.Enabled)
            throw new RpcError(400, "CHAT_NOT_MODIFIED");
        group.NoForwards = method.Enabled;
        world.Rows.Save(group);
        return scene.Updates(new Tl.UpdateChat { ChatId = group.Id });
    }

    private Tl.UpdatesBase EditRights(Caller caller, Tl.Messages.EditChatDefaultBannedRights method)
    {
        var me = caller.Me;
        var chat = peers.Peer(me, method.Peer);
        if (method.BannedRights.ViewMessages)
            throw new RpcError(400, "BANNED_RIGHTS_INVALID");
        int version;
        IEnumerable<long> members;
        if (chat.Kind == PeerKind.Channel)
        {
            var channel = world.Roster.Channel(chat.Id)!;
            if (channel.Broadcast)
                throw new RpcError(400, "PEER_ID_INVALID");
            RequireAdmin(channel, me, rights => rights.BanUsers);
            channel.DefaultBannedRights = method.BannedRights;
            version = ++channel.Version;
            members = channel.MemberIds();
            world.Rows.Save(channel);
        }
        else
        {
            var group = Managed(me, chat);
            group.DefaultBannedRights = method.BannedRights;
            version = ++group.Version;
            members = group.Members.Keys;
            world.Rows.Save(group);
        }

        Tl.UpdateBase Update(Scene scene) => new Tl.UpdateChatDefaultBannedRights { Peer = scene.Peer(chat), DefaultBannedRights = method.BannedRights, Version = version };
        foreach (var member in members.ToList())
            world.Posts.Announce(member, Update, member == me.Id ? caller.SessionId : 0);
        var own = world.Scene(me);
        return own.Updates(Update(own));
    }

    private Tl.Messages.PeerSettings GetPeerSettings(Caller caller, Tl.Messages.GetPeerSettings method)
    {
        var scene = world.Scene(caller.Me).See(peers.Peer(caller.Me, method.Peer));
        return new Tl.Messages.PeerSettings { Settings = new Tl.PeerSettings(), Chats = scene.Chats(), Users = scene.Users() };
    }

    private Tl.Messages.ChatsBase GetCommonChats(Caller caller, Tl.Messages.GetCommonChats method)
    {
        var me = caller.Me;
        var other = peers.User(me, method.UserId);
        var scene = world.Scene(me);
        var groups = world.Roster.Groups.Where(group => !group.Deactivated && group.Members.ContainsKey(me.Id) && group.Members.ContainsKey(other.Id)).Select(scene.Chat);
        var channels = world.Roster.Channels.Where(channel => !channel.Broadcast && channel.Has(me.Id) && channel.Has(other.Id)).Select(scene.Chat);
        return new Tl.Messages.Chats { ChatsValue = [.. groups.Concat(channels).Take(Math.Clamp(method.Limit, 1, 100))] };
    }

    private Tl.ChatOnlines GetOnlines(Caller caller, Tl.Messages.GetOnlines method)
    {
        var chat = peers.Peer(caller.Me, method.Peer);
        IEnumerable<long> members = chat.Kind == PeerKind.Channel ? world.Roster.Channel(chat.Id)!.MemberIds() : world.Roster.Group(chat.Id)?.Members.Keys ?? Enumerable.Empty<long>();
        return new Tl.ChatOnlines { Onlines = Math.Max(1, members.Count(id => world.Roster.Account(id) is { Online: true })) };
    }

    /// <exception cref="RpcError">CHAT_ADMIN_REQUIRED.</exception>
    public static void RequireAdmin(Channel channel, Account me, Func<Tl.ChatAdminRights, bool> right)
    {
        if (channel.Find(me.Id) is not { IsAdmin: true } member || (member.Status != MemberStatus.Creator && !right(member.AdminRights!)))
            throw new RpcError(400, "CHAT_ADMIN_REQUIRED");
    }

    private static void RequireChange(string before, string after)
    {
        if (before == after)
            throw new RpcError(400, "CHAT_ABOUT_NOT_MODIFIED");
    }

    private Group Managed(Account me, PeerKey chat)
    {
        if (chat.Kind != PeerKind.Group)
            throw new RpcError(400, "PEER_ID_INVALID");
        var group = peers.OwnGroup(me, chat.Id);
        return group.CreatorId == me.Id || group.Members[me.Id].Admin ? group : throw new RpcError(400, "CHAT_ADMIN_REQUIRED");
    }
}
