using TelegramRest.Simulator.World;
using TelegramRest.Simulator.World.Chats;
using TelegramRest.Simulator.World.Messages;
using TelegramRest.Simulator.World.Model;

namespace TelegramRest.Simulator.Rpc.Services;

/// <summary>channels.*: who is in a supergroup or channel, and what they may do there (https://core.telegram.org/api/rights).</summary>
internal sealed class ChannelMembersService(SimulatorWorld world, PeerResolver peers) : IRpcService
{
    private const int PageLimit = 200;

    public void Register(RpcTable table)
    {
        table.On<Tl.Channels.GetParticipant, Tl.Channels.ChannelParticipant>(Access.Account, GetOne);
        table.On<Tl.Channels.GetParticipants, Tl.Channels.ChannelParticipantsBase>(Access.Account, GetMany);
        table.On<Tl.Channels.InviteToChannel, Tl.Messages.InvitedUsers>(Access.Person, Invite);
        table.On<Tl.Channels.JoinChannel, Tl.Messages.ChatInviteJoinResultBase>(Access.Person, Join);
        table.On<Tl.Channels.LeaveChannel, Tl.UpdatesBase>(Access.Account, Leave);
        table.On<Tl.Channels.EditBanned, Tl.UpdatesBase>(Access.Account, EditBanned);
        table.On<Tl.Channels.EditAdmin, Tl.UpdatesBase>(Access.Account, EditAdmin);
    }

    private Tl.Channels.ChannelParticipant GetOne(Caller caller, Tl.Channels.GetParticipant method)
    {
        var me = caller.Me;
        var channel = peers.Channel(me, method.Channel);
        var peer = peers.Peer(me, method.Participant);
        if (peer.Kind != PeerKind.User)
            throw new RpcError(400, "PARTICIPANT_ID_INVALID");
        if (channel.Broadcast && peer.Id != me.Id)
            ChatSettingsService.RequireAdmin(channel, me, _ => true);
        var participant = Participants.Of(channel, peer.Id, me.Id) ?? throw new RpcError(400, "USER_NOT_PARTICIPANT");
        if (participant is Tl.ChannelParticipantLeft)
            throw new RpcError(400, "USER_NOT_PARTICIPANT");
        var scene = world.Scene(me).See(peer).See(channel.Peer);
        See(scene, participant);
        return new Tl.Channels.ChannelParticipant { Participant = participant, Chats = scene.Chats(), Users = scene.Users() };
    }

    private Tl.Channels.ChannelParticipantsBase GetMany(Caller caller, Tl.Channels.GetParticipants method)
    {
        var me = caller.Me;
        var channel = peers.Channel(me, method.Channel);
        if (channel.Broadcast || method.Filter is Tl.ChannelParticipantsKicked or Tl.ChannelParticipantsBanned)
            ChatSettingsService.RequireAdmin(channel, me, _ => true);
        var members = channel.Members.Values.Where(member => Matches(member, method.Filter)).OrderByDescending(member => member.Status == MemberStatus.Creator).ThenBy(member => member.UserId).ToList();
        var page = members.Skip(Math.Max(0, method.Offset)).Take(Math.Clamp(method.Limit, 0, PageLimit)).ToList();
        var scene = world.Scene(me).See(channel.Peer);
        var participants = page.Select(member => Participants.Of(member, me.Id)).ToArray();
        foreach (var member in page)
            scene.See(PeerKey.User(member.UserId));
        foreach (var participant in participants)
            See(scene, participant);
        return new Tl.Channels.ChannelParticipants { Count = members.Count, Participants = participants, Chats = scene.Chats(), Users = scene.Users() };
    }

    private bool Matches(ChannelMember member, Tl.ChannelParticipantsFilterBase filter)
    {
        bool Named(string query) => query.Length == 0 || (world.Roster.Account(member.UserId) is { } account
            && ($"{account.FirstName} {account.LastName}".Contains(query, StringComparison.OrdinalIgnoreCase) || (account.Username?.Contains(query, StringComparison.OrdinalIgnoreCase) ?? false)));
        return filter switch
        {
            Tl.ChannelParticipantsAdmins => member.IsAdmin,
            Tl.ChannelParticipantsBots => member.IsMember && world.Roster.Account(member.UserId) is { IsBot: true },
            Tl.ChannelParticipantsKicked kicked => member.Status == MemberStatus.Kicked && Named(kicked.Q),
            Tl.ChannelParticipantsBanned banned => member is { BannedRights: not null, Status: not MemberStatus.Kicked } && Named(banned.Q),
            Tl.ChannelParticipantsSearch search => member.IsMember && Named(search.Q),
            Tl.ChannelParticipantsContacts contacts => member.IsMember && Named(contacts.Q),
            Tl.ChannelParticipantsMentions mentions => member.IsMember && Named(mentions.Q ?? ""),
            _ => member.IsMember,
        };
    }

    private Tl.Messages.InvitedUsers Invite(Caller caller, Tl.Channels.InviteToChannel method)
    {
        var me = caller.Me;
        var channel = peers.Channel(me, method.Channel);
        if (channel.Broadcast || channel.DefaultBannedRights.InviteUsers || !channel.Has(me.Id))
            ChatSettingsService.RequireAdmin(channel, me, rights => rights.InviteUsers);
        var missing = new List<Tl.MissingInvitee>();
        var notices = new List<Sent>();
        foreach (var user in method.Users.Select(user => peers.User(me, user)).ToList())
        {
            if (user.IsBot && channel.Broadcast)
                throw new RpcError(400, "USER_BOT");
            if (user.Bot is { CanJoinGroups: false })
                throw new RpcError(400, "BOT_GROUPS_BLOCKED");
            if (channel.Find(user.Id) is { Status: MemberStatus.Kicked })
                throw new RpcError(400, "USER_KICKED");
            if (channel.Has(user.Id))
                continue;
            if (user.Blocked.Contains(me.Id))
                missing.Add(new Tl.MissingInvitee { UserId = user.Id });
            else if (world.Chats.AddToChannel(channel, me, user, null, caller.SessionId) is { } notice)
                notices.Add(notice);
        }

        var scene = world.Scene(me);
        var updates = notices.Select(notice => scene.Update(notice.Box, notice.Event)).OfType<Tl.UpdateBase>().Prepend(ChatRegistry.Seen(scene, channel)).ToArray();
        return new Tl.Messages.InvitedUsers { Updates = scene.Updates(updates), MissingInvitees = [.. missing] };
    }

    private Tl.Messages.ChatInviteJoinResultBase Join(Caller caller, Tl.Channels.JoinChannel method)
    {
        var me = caller.Me;
        var channel = peers.Channel(me, method.Channel);
        if (channel.Has(me.Id))
            throw new RpcError(400, "USER_ALREADY_PARTICIPANT");
        var notice = world.Chats.AddToChannel(channel, me, me, null, caller.SessionId);
        var scene = world.Scene(me);
        Tl.UpdateBase[] updates = notice is null ? [ChatRegistry.Seen(scene, channel)] : [ChatRegistry.Seen(scene, channel), scene.Update(notice.Box, notice.Event)!];
        return new Tl.Messages.ChatInviteJoinResultOk { Updates = scene.Updates(updates) };
    }

    private Tl.UpdatesBase Leave(Caller caller, Tl.Channels.LeaveChannel method)
    {
        var me = caller.Me;
        var channel = peers.Channel(me, method.Channel);
        if (channel.Find(me.Id) is not { IsMember: true } member)
            throw new RpcError(400, "USER_NOT_PARTICIPANT");
        if (member.Status == MemberStatus.Creator)
            throw new RpcError(400, "USER_CREATOR");
        world.Chats.LeaveChannel(channel, me, caller.SessionId);
        var scene = world.Scene(me);
        return scene.Updates(ChatRegistry.Seen(scene, channel));
    }

    private Tl.UpdatesBase EditBanned(Caller caller, Tl.Channels.EditBanned method)
    {
        var me = caller.Me;
        var channel = peers.Channel(me, method.Channel);
        ChatSettingsService.RequireAdmin(channel, me, rights => rights.BanUsers);
        var user = world.Roster.Account(peers.Peer(me, method.Participant) is { Kind: PeerKind.User } peer ? peer.Id : 0) ?? throw new RpcError(400, "PARTICIPANT_ID_INVALID");
        var member = channel.Find(user.Id);
        if (user.Id == me.Id || member is { Status: MemberStatus.Creator } || (member is { Status: MemberStatus.Admin } && member.ActorId != me.Id && channel.CreatorId != me.Id))
            throw new RpcError(400, "USER_ADMIN_INVALID");
        world.Chats.Restrict(channel, me, user, Lasting(method.BannedRights), caller.SessionId);
        return Changed(me, channel);
    }

    private Tl.UpdatesBase EditAdmin(Caller caller, Tl.Channels.EditAdmin method)
    {
        var me = caller.Me;
        var channel = peers.Channel(me, method.Channel);
        ChatSettingsService.RequireAdmin(channel, me, rights => rights.AddAdmins);
        var user = peers.User(me, method.UserId);
        var member = channel.Find(user.Id);
        if (member is { Status: MemberStatus.Creator })
            throw new RpcError(400, "USER_CREATOR");
        if (method.Rank is { Length: > 16 })
            throw new RpcError(400, "ADMIN_RANK_INVALID");
        if (member is { Status: MemberStatus.Admin } && member.ActorId != me.Id && channel.CreatorId != me.Id)
            throw new RpcError(400, "CHAT_ADMIN_REQUIRED");
        if (member is not { IsMember: true })
        {
            if (!Rights.Any(method.AdminRights))
                throw new RpcError(400, "USER_NOT_PARTICIPANT");
            if (member is { Status: MemberStatus.Kicked })
                throw new RpcError(400, "USER_KICKED");
            if (!channel.Broadcast && !user.IsBot)
                throw new RpcError(403, "CHAT_ADMIN_INVITE_REQUIRED");
        }

        if (user.IsBot && !Rights.Any(method.AdminRights) && channel.Broadcast && member is { IsMember: true })
            world.Chats.LeaveChannel(channel, user, 0);
        else
            world.Chats.Promote(channel, me, user, method.AdminRights, method.Rank);
        return Changed(me, channel);
    }

    private Tl.UpdatesConstructor Changed(Account me, Channel channel)
    {
        var scene = world.Scene(me);
        return scene.Updates(ChatRegistry.Seen(scene, channel));
    }

    /// <summary>A ban shorter than 30 seconds or longer than 366 days is for ever.</summary>
    private Tl.ChatBannedRights Lasting(Tl.ChatBannedRights rights)
    {
        var left = rights.UntilDate - (long)world.Clock.Now;
        if (rights.UntilDate != 0 && left is < 30 or > 366 * 86_400)
            rights.UntilDate = 0;
        return rights;
    }

    private static void See(Scene scene, Tl.ChannelParticipantBase participant)
    {
        _ = participant switch
        {
            Tl.ChannelParticipantAdmin admin => scene.See(PeerKey.User(admin.PromotedBy)),
            Tl.ChannelParticipantBanned banned => scene.See(PeerKey.User(banned.KickedBy)),
            Tl.ChannelParticipantSelf self => scene.See(PeerKey.User(self.InviterId)),
            _ => scene,
        };
    }
}
