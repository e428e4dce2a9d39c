using TelegramRest.Simulator.World;
using TelegramRest.Simulator.World.Chats;
using TelegramRest.Simulator.World.Model;

namespace TelegramRest.Simulator.Rpc.Services;

/// <summary>Invite links (https://core.telegram.org/api/invites).</summary>
internal sealed class InvitesService(SimulatorWorld world, PeerResolver peers) : IRpcService
{
    private const string Prefix = "https://t.me/+";

    public void Register(RpcTable table)
    {
        table.On<Tl.Messages.ExportChatInvite, Tl.ExportedChatInviteBase>(Access.Account, Export);
        table.On<Tl.Messages.CheckChatInvite, Tl.ChatInviteBase>(Access.Person, Check);
        table.On<Tl.Messages.ImportChatInvite, Tl.Messages.ChatInviteJoinResultBase>(Access.Person, Import);
    }

    public static Tl.ChatInviteExported Paint(InviteLink link) => new()
    {
        Link = Prefix + link.Hash,
        AdminId = link.AdminId,
        Date = link.Date,
        Permanent = link.Permanent,
        Revoked = link.Revoked,
        RequestNeeded = link.RequestNeeded,
        ExpireDate = link.ExpireDate,
        UsageLimit = link.UsageLimit,
        Usage = link.Usage == 0 ? null : link.Usage,
        Title = link.Title,
    };

    private Tl.ExportedChatInviteBase Export(Caller caller, Tl.Messages.ExportChatInvite method)
    {
        var me = caller.Me;
        var chat = peers.Peer(me, method.Peer);
        if (method.ExpireDate is { } expire && expire <= world.Clock.Now)
            throw new RpcError(400, "EXPIRE_DATE_INVALID");
        if (method.UsageLimit is < 1 or > 99_999 || (method.RequestNeeded && method.UsageLimit is not null))
            throw new RpcError(400, "USAGE_LIMIT_INVALID");
        var links = Links(me, chat);
        var permanent = method is { ExpireDate: null, UsageLimit: null, Title: null, RequestNeeded: false };
        if (permanent && method.LegacyRevokePermanent)
        {
            foreach (var old in links.Where(link => link is { Permanent: true, Revoked: false } && link.AdminId == me.Id))
                old.Revoked = true;
        }

        var link = world.Chats.AddLink(links, me.Id, permanent);
        (link.ExpireDate, link.UsageLimit, link.Title, link.RequestNeeded) = (method.ExpireDate, method.UsageLimit, method.Title, method.RequestNeeded);
        Save(chat);
        return Paint(link);
    }

    private Tl.ChatInviteBase Check(Caller caller, Tl.Messages.CheckChatInvite method)
    {
        var (_, group, channel) = Find(method.Hash);
        var scene = world.Scene(caller.Me);
        if (group is not null ? group.Members.ContainsKey(caller.Me.Id) : channel!.Has(caller.Me.Id))
            return new Tl.ChatInviteAlready { Chat = group is not null ? scene.Chat(group) : scene.Chat(channel!) };
        return new Tl.ChatInvite
        {
            Channel = channel is not null,
            Broadcast = channel is { Broadcast: true },
            Megagroup = channel is { Broadcast: false },
            Public = channel?.Username is not null,
            Title = group?.Title ?? channel!.Title,
            About = (group?.About ?? channel!.About) is { Length: > 0 } about ? about : null,
            Photo = new Tl.PhotoEmpty(),
            ParticipantsCount = group?.Members.Count ?? channel!.MemberIds().Count(),
        };
    }

    private Tl.Messages.ChatInviteJoinResultBase Import(Caller caller, Tl.Messages.ImportChatInvite method)
    {
        var me = caller.Me;
        var (link, group, channel) = Find(method.Hash);
        if (group is not null ? group.Members.ContainsKey(me.Id) : channel!.Has(me.Id))
            throw new RpcError(400, "USER_ALREADY_PARTICIPANT");
        if (group?.Kicked.Contains(me.Id) ?? channel!.Find(me.Id) is { Status: MemberStatus.Kicked })
            throw new RpcError(400, "INVITE_HASH_EXPIRED");
        link.Usage++;
        var action = new Tl.MessageActionChatJoinedByLink { InviterId = link.AdminId };
        if (channel is not null)
        {
            var notice = world.Chats.AddToChannel(channel, me, me, action, caller.SessionId);
            Save(channel.Peer);
            var scene = world.Scene(me);
            Tl.UpdateBase[] updates = notice is null ? [ChatRegistry.Seen(scene, channel)] : [ChatRegistry.Seen(scene, channel), scene.Update(notice.Box, notice.Event)!];
            return new Tl.Messages.ChatInviteJoinResultOk { Updates = scene.Updates(updates) };
        }

        var sent = world.Chats.JoinGroupByLink(group!, me, action, caller.SessionId);
        return new Tl.Messages.ChatInviteJoinResultOk { Updates = SentAnswer.Of(world, me, sent) };
    }

    private (InviteLink Link, Group? Group, Channel? Channel) Find(string hash)
    {
        if (hash.Length == 0)
            throw new RpcError(400, "INVITE_HASH_EMPTY");
        foreach (var group in world.Roster.Groups)
        {
            if (Usable(group.Links, hash) is { } link)
                return (link, group, null);
        }

        foreach (var channel in world.Roster.Channels)
        {
            if (Usable(channel.Links, hash) is { } link)
                return (link, null, channel);
        }

        throw new RpcError(400, "INVITE_HASH_INVALID");
    }

    private InviteLink? Usable(List<InviteLink> links, string hash)
    {
        if (links.Find(link => link.Hash == hash) is not { } found)
            return null;
        if (found.Revoked || found.ExpireDate <= world.Clock.Now || found.Usage >= found.UsageLimit)
            throw new RpcError(400, "INVITE_HASH_EXPIRED");
        return found;
    }

    private List<InviteLink> Links(Account me, PeerKey chat)
    {
        if (chat.Kind == PeerKind.Channel)
        {
            var channel = world.Roster.Channel(chat.Id)!;
            ChatSettingsService.RequireAdmin(channel, me, rights => rights.InviteUsers);
            return channel.Links;
        }

        if (chat.Kind != PeerKind.Group)
            throw new RpcError(400, "PEER_ID_INVALID");
        var group = peers.OwnGroup(me, chat.Id);
        return group.CreatorId == me.Id || group.Members[me.Id].Admin ? group.Links : throw new RpcError(400, "CHAT_ADMIN_REQUIRED");
    }

    private void Save(PeerKey chat)
    {
        if (chat.Kind == PeerKind.Channel)
            world.Rows.Save(world.Roster.Channel(chat.Id)!);
        else
            world.Rows.Save(world.Roster.Group(chat.Id)!);
    }
}
